import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import type { ChatReader } from "@/components/chat/chat-panel";
import { PageWords } from "@/components/ui/page-words";
import { WatchClosed } from "@/components/watch/watch-closed";
import { WatchRoom } from "@/components/watch/watch-room";
import { actorOfPage } from "@/lib/auth/actor";
import { linkPreview } from "@/lib/cards/link-preview";
import { appContext } from "@/lib/context";
import { leftVisit } from "@/lib/first-picture/left-visits";
import { wholePageHeader } from "@/lib/first-picture/page-parts";
import { preloadLiveKit } from "@/lib/first-picture/preload-live-kit";
import { limitTokens } from "@/lib/http/limit-tokens";
import { Problem } from "@/lib/problem";
import { type Visit, visitShow } from "@/lib/show/viewer-pass";
import { isolated } from "@/lib/words/isolated";

type Refusal = "banned" | "busy";
type Found = { name: "open"; visit: Visit } | { name: Refusal };

/** Once a request: the page and its metadata share the answer, and with it one token. */
const find = cache(async (mint: string): Promise<Found> => {
  try {
    return { name: "open", visit: await visitOf(mint) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.status === 404) notFound();
    if (error.code === "banned") return { name: "banned" };
    if (error.code === "too-many-requests") return { name: "busy" };
    throw error;
  }
});

async function visitOf(mint: string): Promise<Visit> {
  const sent = await headers();
  const left = leftVisit(mint, sent.get(wholePageHeader));
  if (left) return left;
  const actor = await actorOfPage();
  return visitShow(appContext(), actor, mint, () => limitTokens({ headers: sent }, actor));
}

export async function generateMetadata({ params }: PageProps<"/watch/[mint]">): Promise<Metadata> {
  const { mint } = await params;
  const t = await getTranslations("watch.meta");
  const found = await find(mint);
  if (found.name !== "open") return { title: t(found.name) };
  const { livestream } = found.visit;
  const { title, creator } = livestream;
  const description =
    [...livestream.description].slice(0, 200).join("") ||
    t("description", { creator: isolated(creator.name) });
  return {
    title: t("title", { title: isolated(title), creator: isolated(creator.name) }),
    description,
    ...linkPreview(livestream, description, await getLocale()),
  };
}

export default async function WatchPage({ params }: PageProps<"/watch/[mint]">) {
  const { mint } = await params;
  const found = await find(mint);
  if (found.name !== "open") return <WatchClosed because={found.name} />;
  preloadLiveKit();
  const { livestream, pass, me } = found.visit;
  return (
    <PageWords of={["watch", "stage", "devices", "chat", "embed"]}>
      <WatchRoom livestream={livestream} pass={pass} me={me && readerOf(me)} />
    </PageWords>
  );
}

const readerOf = ({ id, name, role }: NonNullable<Visit["me"]>): ChatReader => ({
  kind: "account",
  subject: id,
  name,
  role,
});
