import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import type { ChatReader } from "@/components/chat/chat-panel";
import { PageWords } from "@/components/ui/page-words";
import { WatchClosed } from "@/components/watch/watch-closed";
import { WatchRoom } from "@/components/watch/watch-room";
import { type Actor, actorOfPage } from "@/lib/auth/actor";
import { appContext } from "@/lib/context";
import { preloadLiveKit } from "@/lib/first-picture/preload-live-kit";
import { livestreamFor, runsTheShow } from "@/lib/livestreams/find-livestream";
import { linkPreview } from "@/lib/livestreams/link-preview";
import { readViewerPass, type ViewerPass } from "@/lib/livestreams/viewer-pass";
import { Problem } from "@/lib/problem";

type Visit = { name: "open"; show: ViewerPass; me: ChatReader | null } | { name: "banned" };

/** Once a request: the page and its metadata share the answer, and with it one token. */
const visit = cache(async (mint: string): Promise<Visit> => {
  const actor = await actorOfPage();
  try {
    const show = await readViewerPass(appContext(), actor, mint);
    return { name: "open", show, me: actor && (await readerOf(actor, mint)) };
  } catch (error) {
    if (error instanceof Problem && error.code === "banned") return { name: "banned" };
    if (error instanceof Problem && error.status === 404) notFound();
    throw error;
  }
});

async function readerOf({ id, name }: Actor, mint: string): Promise<ChatReader> {
  const found = await livestreamFor(appContext().db, mint, id);
  return { kind: "account", subject: id, name, isHost: runsTheShow(found?.role ?? null) };
}

export async function generateMetadata({ params }: PageProps<"/watch/[mint]">): Promise<Metadata> {
  const { mint } = await params;
  const t = await getTranslations("watch.meta");
  const found = await visit(mint);
  if (found.name === "banned") return { title: t("removed") };
  const { livestream } = found.show;
  const { title, creator } = livestream;
  const description =
    livestream.description.slice(0, 200) || t("description", { creator: creator.name });
  return {
    title: t("title", { title, creator: creator.name }),
    description,
    ...linkPreview(livestream, description),
  };
}

export default async function WatchPage({ params }: PageProps<"/watch/[mint]">) {
  const { mint } = await params;
  const found = await visit(mint);
  if (found.name === "banned") return <WatchClosed because="banned" />;
  preloadLiveKit();
  const { livestream, pass } = found.show;
  return (
    <PageWords of={["watch", "stage", "devices", "chat", "embed"]}>
      <WatchRoom livestream={livestream} pass={pass} me={found.me} />
    </PageWords>
  );
}
