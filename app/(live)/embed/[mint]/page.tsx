import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { EmbeddedPlayer } from "@/components/embed/embedded-player";
import { PageWords } from "@/components/ui/page-words";
import { linkPreview } from "@/lib/cards/link-preview";
import { appContext } from "@/lib/context";
import { preloadLiveKit } from "@/lib/first-picture/preload-live-kit";
import { limitTokens } from "@/lib/http/limit-tokens";
import { installation } from "@/lib/installation/installation";
import { Problem } from "@/lib/problem";
import { readViewerPass } from "@/lib/show/viewer-pass";

/**
 * Runs once per request, and anonymously: an embedded player uses no session. Null if the address
 * reached its rate limit.
 */
const visit = cache(async (mint: string) => {
  try {
    const sent = { headers: await headers() };
    return await readViewerPass(appContext(), null, mint, () => limitTokens(sent, null));
  } catch (error) {
    if (error instanceof Problem && error.status === 404) notFound();
    if (error instanceof Problem && error.code === "too-many-requests") return null;
    throw error;
  }
});

export async function generateMetadata({ params }: PageProps<"/embed/[mint]">): Promise<Metadata> {
  const found = await visit((await params).mint);
  if (!found) {
    const t = await getTranslations("watch.meta");
    return { title: t("busy"), robots: { index: false } };
  }
  const { livestream } = found;
  const { alternates } = linkPreview(
    livestream,
    { description: livestream.description, site: (await installation()).name },
    await getLocale(),
  );
  return {
    title: livestream.title,
    robots: { index: false },
    alternates: { canonical: alternates?.canonical },
  };
}

export default async function EmbedPage({ params }: PageProps<"/embed/[mint]">) {
  const found = await visit((await params).mint);
  if (!found) return <EmbedBusy />;
  const { livestream, pass } = found;
  preloadLiveKit();
  return (
    <PageWords of={["embed", "watch", "stage"]}>
      <EmbeddedPlayer livestream={livestream} pass={pass} />
    </PageWords>
  );
}

async function EmbedBusy() {
  const t = await getTranslations("watch.closed.busy");
  return (
    <main className="grid min-h-dvh place-content-center gap-2 p-4 text-center">
      <h1 className="font-semibold">{t("title")}</h1>
      <p className="text-ink-soft">{t("lede")}</p>
    </main>
  );
}
