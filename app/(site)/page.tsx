import { Discover } from "@/components/discover/discover";
import { Page } from "@/components/ui/page";
import { PageWords } from "@/components/ui/page-words";
import { actorOfPage } from "@/lib/auth/page-actor";
import type { Wish } from "@/lib/client/livestreams/discover-path";
import { appContext } from "@/lib/context";
import { searchMax } from "@/lib/contracts/common/limits";
import { listLivestreams } from "@/lib/contracts/livestreams";
import { discover } from "@/lib/livestreams/discover";
import { listTags } from "@/lib/livestreams/list-tags";

const tagsShown = 12;

export default async function DiscoverPage({ searchParams }: PageProps<"/">) {
  const wish = wishOf(await searchParams);
  const context = appContext();
  const [actor, found, tags] = await Promise.all([
    actorOfPage(),
    discover(context, wantedBy(wish)),
    listTags(context, tagsShown),
  ]);
  return (
    <Page width="wide">
      <PageWords of={["discover", "livestreams"]}>
        <Discover
          found={found}
          tags={tags}
          wish={wish}
          goLivePath={actor ? "/studio" : "/sign-in?next=/studio"}
        />
      </PageWords>
    </Page>
  );
}

function wishOf(search: Awaited<PageProps<"/">["searchParams"]>): Wish {
  const text = (value: string | string[] | undefined) =>
    typeof value === "string" ? value.trim().slice(0, searchMax) : "";
  return { q: text(search.q), tag: text(search.tag).toLowerCase() };
}

/**
 * The search, validated by the contract. An invalid one, such as invisible characters, lists
 * everything.
 */
function wantedBy({ q, tag }: Wish) {
  const parsed = listLivestreams.query.safeParse({ q: q || undefined, tag: tag || undefined });
  return parsed.success ? { q: parsed.data.q, tag: parsed.data.tag } : {};
}
