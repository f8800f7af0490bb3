import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { Page, PageHeading } from "@/components/ui/page";
import { PageWords } from "@/components/ui/page-words";
import { WaitingDesk } from "@/components/waiting-room/waiting-desk";
import { actorOfPage } from "@/lib/auth/page-actor";
import { waitingRoomPath } from "@/lib/client/livestreams/livestream-paths";
import { appContext } from "@/lib/context";
import { readLivestream } from "@/lib/contracts/livestreams";
import { waitingRoomReader } from "@/lib/guests/guest-access";
import { presentLivestream } from "@/lib/livestreams/find-livestream";
import { isolated } from "@/lib/words/isolated";

type Props = PageProps<"/waiting-room/[mint]">;

/** The livestream, if this person may decide about its guests: strangers learn nothing. */
const decidedHere = cache(async (mint: string) => {
  const actor = await actorOfPage();
  if (!actor || !readLivestream.params.safeParse({ mint }).success) return null;
  const { db } = appContext();
  return (await waitingRoomReader(db, mint, actor.id)) && presentLivestream(db, mint);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const livestream = await decidedHere((await params).mint);
  // Signed-out visitors are led to sign in.
  if (!livestream && (await actorOfPage())) notFound();
  const t = await getTranslations("waiting-room");
  return { title: livestream ? t("tab", { title: isolated(livestream.title) }) : t("title") };
}

export default async function WaitingRoomPage({ params }: Props) {
  const { mint } = await params;
  if (!(await actorOfPage())) {
    redirect(`/sign-in?next=${encodeURIComponent(waitingRoomPath(mint))}`);
  }
  const livestream = await decidedHere(mint);
  if (!livestream) notFound();
  const t = await getTranslations("waiting-room");
  const { title, creator } = livestream;
  return (
    <Page>
      <PageHeading
        title={t("title")}
        lede={
          <span className="wrap-anywhere">
            {t("of", { title: isolated(title), creator: isolated(creator.name) })}
          </span>
        }
      />
      <PageWords of={["waiting-room", "backstage"]}>
        <WaitingDesk livestream={livestream} />
      </PageWords>
    </Page>
  );
}
