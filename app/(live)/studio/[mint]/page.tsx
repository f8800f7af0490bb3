import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Studio } from "@/components/studio/studio";
import { StudioSkeleton } from "@/components/studio/studio-skeleton";
import { Arriving } from "@/components/ui/arriving";
import { PageWords } from "@/components/ui/page-words";
import type { Actor } from "@/lib/auth/actor";
import { actorOfPage } from "@/lib/auth/page-actor";
import { appContext } from "@/lib/context";
import { preloadLiveKit } from "@/lib/first-picture/preload-live-kit";
import { livestreamFor, presentLivestream, runsTheShow } from "@/lib/livestreams/find-livestream";
import { isolated } from "@/lib/words/isolated";

const words = [
  "studio",
  "stream-keys",
  "waiting-room",
  "stage",
  "devices",
  "chat",
  "livestreams",
  "organizations",
  "schedule",
  "summary",
  "backstage",
  "stream-keys",
  "health",
  "preflight",
] as const;

type Props = { params: Promise<{ mint: string }> };

/** Null for whoever does not run it: a stranger learns nothing, not even the title. */
async function hosted(mint: string, actor: Actor | null) {
  if (!actor) return null;
  const { db } = appContext();
  const found = await livestreamFor(db, mint, actor.id);
  return found && runsTheShow(found.role) ? presentLivestream(db, mint) : null;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const livestream = await hosted((await params).mint, await actorOfPage());
  const t = await getTranslations("studio");
  return {
    title: livestream ? t("tab.titled", { title: isolated(livestream.title) }) : t("tab.title"),
  };
}

export default async function StudioPage({ params }: Props) {
  const { mint } = await params;
  const actor = await actorOfPage();
  if (!actor) redirect(`/sign-in?next=${encodeURIComponent(`/studio/${mint}`)}`);
  const livestream = await hosted(mint, actor);
  if (!livestream) notFound();
  preloadLiveKit();
  const { id, handle, name } = actor;
  return (
    <Arriving shape={<StudioSkeleton />}>
      <PageWords of={words}>
        <Studio livestream={livestream} me={{ id, handle, name }} />
      </PageWords>
    </Arriving>
  );
}
