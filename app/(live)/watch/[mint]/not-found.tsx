import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WatchClosed } from "@/components/watch/watch-closed";
import { actorOfPage } from "@/lib/auth/page-actor";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("watch.closed.missing");
  return { title: t("title") };
}

/** The same for a private livestream and a missing one, so that strangers learn nothing. */
export default async function LivestreamNotFound() {
  return (await actorOfPage()) ? (
    <WatchClosed because="missing-signed-in" />
  ) : (
    <WatchClosed because="missing" signIn />
  );
}
