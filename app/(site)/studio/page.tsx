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
import type { Account } from "@/lib/accounts/account";
import { actorOfPage } from "@/lib/auth/page-actor";
import { appContext } from "@/lib/context";
import type { LivestreamStatus } from "@/lib/contracts/common/livestream-status";
import { installation } from "@/lib/installation/installation";
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
          <Mine account={actor} />
        </NavigationSuspense>
      </PageWords>
    </Page>
  );
}

async function Mine({ account }: { account: Pick<Account, "id" | "handle"> }) {
  const t = await getTranslations("livestreams.mine");
  const context = appContext();
  const { keepShowsDays } = await installation();
  const listed = (status: LivestreamStatus, limit: number) =>
    listLivestreams(context, { status, hostedBy: account.id, order: "time", limit });
  const [live, scheduled, drafts, cancelled, ended] = await Promise.all([
    listed("live", 100),
    listed("scheduled", 100),
    listed("draft", 100),
    listed("cancelled", 100),
    listed("ended", 12),
  ]);
  const create = <NewLivestream ownOrgId={account.handle} />;
  const none = [live, scheduled, drafts, cancelled, ended].every(
    ({ livestreams }) => livestreams.length === 0,
  );
  return (
    <>
      <PageHeading title={t("title")} actions={none ? null : create} />
      {none ? (
        <EmptyState action={create}>{t("none")}</EmptyState>
      ) : (
        <MyLivestreams
          live={live.livestreams}
          upcoming={[...scheduled.livestreams, ...drafts.livestreams]}
          cancelled={cancelled.livestreams}
          ended={ended}
          keptDays={keepShowsDays}
          me={account.id}
        />
      )}
    </>
  );
}
