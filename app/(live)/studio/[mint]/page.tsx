import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Studio } from "@/components/studio/studio";
import { StudioSkeleton } from "@/components/studio/studio-skeleton";
import { NavigationSuspense } from "@/components/ui/navigation-suspense";
import { PageWords } from "@/components/ui/page-words";
import { toPerson } from "@/lib/accounts/account";
import type { Actor } from "@/lib/auth/actor";
import { actorOfPage } from "@/lib/auth/page-actor";
import { appContext } from "@/lib/context";
import { preloadLiveKit } from "@/lib/first-picture/preload-live-kit";
import { may } from "@/lib/grants/capabilities";
import { livestreamFor, presentLivestream } from "@/lib/livestreams/find-livestream";
import { isolated } from "@/lib/words/isolated";

const words = [
  "studio",
  "stream-keys",
  "programme",
  "waiting-room",
  "stage",
  "devices",
  "chat",
  "livestreams",
  "schedule",
  "summary",
  "backstage",
  "health",
  "preflight",
] as const;

type Props = { params: Promise<{ mint: string }> };

/** Null unless this person hosts the show: strangers learn nothing, not even the title. */
async function hosted(mint: string, actor: Actor | null) {
  if (!actor) return null;
  const { db } = appContext();
  const found = await livestreamFor(db, mint, actor.id);
  if (!found?.role || !may(found.role, "open-studio")) return null;
  return { livestream: await presentLivestream(db, mint), role: found.role };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const actor = await actorOfPage();
  const show = await hosted((await params).mint, actor);
  // Signed-out visitors are led to sign in.
  if (!show && actor) notFound();
  const t = await getTranslations("studio");
  return {
    title: show ? t("tab.titled", { title: isolated(show.livestream.title) }) : t("tab.title"),
  };
}

export default async function StudioPage({ params }: Props) {
  const { mint } = await params;
  const actor = await actorOfPage();
  if (!actor) redirect(`/sign-in?next=${encodeURIComponent(`/studio/${mint}`)}`);
  const show = await hosted(mint, actor);
  if (!show) notFound();
  preloadLiveKit();
  return (
    <NavigationSuspense shape={<StudioSkeleton />}>
      <PageWords of={words}>
        <Studio {...show} me={toPerson(actor)} />
      </PageWords>
    </NavigationSuspense>
  );
}
