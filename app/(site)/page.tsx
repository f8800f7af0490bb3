import Link from "next/link";
import { Discover } from "@/components/discover/discover";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page, PageHeading } from "@/components/ui/page";
import { actorOfPage } from "@/lib/auth/actor";
import { appContext } from "@/lib/context";
import { byPlannedStart } from "@/lib/livestreams/by-planned-start";
import { listLivestreams } from "@/lib/livestreams/list-livestreams";

export default async function DiscoverPage() {
  const context = appContext();
  const [actor, live, soon, ended] = await Promise.all([
    actorOfPage(),
    listLivestreams(context, { status: "live", limit: 48 }),
    listLivestreams(context, { status: "scheduled", limit: 24 }),
    listLivestreams(context, { status: "ended", limit: 12 }),
  ]);
  const goLive = (
    <Button asChild variant="primary">
      <Link href={actor ? "/studio" : "/sign-in?next=/studio"}>Go live</Link>
    </Button>
  );
  const anything = [live, soon, ended].some(({ livestreams }) => livestreams.length > 0);
  if (!anything) {
    return (
      <Page width="wide">
        <h1 className="sr-only">Livestreams</h1>
        <EmptyState action={goLive}>Nothing is on yet; the first show could be yours.</EmptyState>
      </Page>
    );
  }
  return (
    <Page width="wide">
      <PageHeading title="Livestreams" actions={goLive} />
      <Discover
        live={live.livestreams}
        soon={soon.livestreams.toSorted(byPlannedStart)}
        ended={ended}
      />
    </Page>
  );
}
