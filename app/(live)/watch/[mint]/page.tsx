import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { PageWords } from "@/components/ui/page-words";
import { WatchClosed } from "@/components/watch/watch-closed";
import { WatchDocument } from "@/components/watch/watch-document";
import { WatchRoom } from "@/components/watch/watch-room";
import { sessionOfCookies } from "@/lib/auth/actor";
import { linkPreview } from "@/lib/cards/link-preview";
import { appContext } from "@/lib/context";
import { preloadLiveKit } from "@/lib/first-picture/preload-live-kit";
import { limitTokens } from "@/lib/http/limit-tokens";
import { ownHeaders } from "@/lib/http/own-headers";
import { installation } from "@/lib/installation/installation";
import { Problem } from "@/lib/problem";
import { type Visit, visitShow } from "@/lib/show/viewer-pass";
import { isolated } from "@/lib/words/isolated";
import { showTitle } from "@/lib/words/page-title";

type Refusal = "banned" | "busy";
type Found = { name: "open"; visit: Visit } | { name: Refusal };

/** Runs once per request: the page and its metadata share the result, and with it one token. */
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
  const counted = sent.has(ownHeaders.counted);
  return visitShow(appContext(), await sessionOfCookies(await cookies()), mint, async (viewer) => {
    if (!counted) await limitTokens({ headers: sent }, viewer);
  });
}

/** Whether the shell is requested, which all visits share (lib/server/watch-page.ts). */
const isShell = async () => (await headers()).has(ownHeaders.shell);

const words = ["watch", "stage", "devices", "chat", "embed"] as const;

export async function generateMetadata({ params }: PageProps<"/watch/[mint]">): Promise<Metadata> {
  if (await isShell()) return { title: { absolute: "" } };
  const { mint } = await params;
  const t = await getTranslations("watch.meta");
  const found = await find(mint);
  if (found.name !== "open") return { title: t(found.name) };
  const { livestream } = found.visit;
  const { name: site } = await installation();
  const description =
    [...livestream.description].slice(0, 200).join("") ||
    t("description", { creator: isolated(livestream.creator.name) });
  return {
    title: showTitle(t, livestream),
    description,
    ...linkPreview(livestream, { description, site }, await getLocale()),
  };
}

export default async function WatchPage({ params }: PageProps<"/watch/[mint]">) {
  if (await isShell()) {
    return (
      <PageWords of={words}>
        <WatchDocument />
      </PageWords>
    );
  }
  const { mint } = await params;
  const found = await find(mint);
  if (found.name !== "open") return <WatchClosed because={found.name} />;
  preloadLiveKit();
  return (
    <PageWords of={words}>
      <WatchRoom {...found.visit} />
    </PageWords>
  );
}
