import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MyLivestreams } from "@/components/livestreams/my-livestreams";
import { NewLivestream } from "@/components/livestreams/new-livestream";
import { EmptyState } from "@/components/ui/empty-state";
import { NavigationSuspense } from "@/components/ui/navigation-suspense";
import { Page, PageHeading } from "@/components/ui/page";
import { PageWords } from "@/components/ui/page-words";
import { Skeleton } from "@/components/ui/skeleton";
import { SkeletonRows } from "@/components/ui/skeleton-rows";
import { actorOfPage } from "@/lib/auth/page-actor";
import { appContext } from "@/lib/context";
import { listLivestreams } from "@/lib/livestreams/list-livestreams";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("livestreams");
  return { title: t("mine.title") };
}

export default async function MyLivestreamsPage() {
  const actor = await actorOfPage();
  if (!actor) redirect("/sign-in?next=/studio");
  const t = await getTranslations("livestreams.mine");
  const shape = (
    <>
      <PageHeading title={t("title")} actions={<Skeleton className="h-11 w-40" />} />
      <SkeletonRows />
    </>
  );
  return (
    <Page>
      <PageWords of={["livestreams", "schedule"]}>
        <NavigationSuspense shape={shape}>
          <Mine hostedBy={actor.id} />
        </NavigationSuspense>
      </PageWords>
    </Page>
  );
}

async function Mine({ hostedBy }: { hostedBy: string }) {
  const t = await getTranslations("livestreams.mine");
  const context = appContext();
  const [live, scheduled, ended] = await Promise.all([
    listLivestreams(context, { status: "live", hostedBy, order: "time", limit: 100 }),
    listLivestreams(context, { status: "scheduled", hostedBy, order: "time", limit: 100 }),
    listLivestreams(context, { status: "ended", hostedBy, order: "time", limit: 12 }),
  ]);
  const none = [live, scheduled, ended].every(({ livestreams }) => livestreams.length === 0);
  return (
    <>
      <PageHeading title={t("title")} actions={none ? null : <NewLivestream />} />
      {none ? (
        <EmptyState action={<NewLivestream />}>{t("none")}</EmptyState>
      ) : (
        <MyLivestreams live={live.livestreams} scheduled={scheduled.livestreams} ended={ended} />
      )}
    </>
  );
}
