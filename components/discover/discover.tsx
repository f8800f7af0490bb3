import { useTranslations } from "next-intl";
import { DiscoverSearch } from "@/components/discover/discover-search";
import {
  type FoundLivestreams,
  LivestreamSections,
} from "@/components/discover/livestream-sections";
import { TagFilter } from "@/components/discover/tag-filter";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page";
import type { Wish } from "@/lib/client/livestreams/discover-path";

type DiscoverProps = {
  found: FoundLivestreams;
  /** The tags in use. */
  tags: string[];
  wish: Wish;
  /** Where "Go live" leads this person. */
  goLivePath: string;
};

/** The home page: a search with its results, or every public livestream. */
export function Discover({ found, tags, wish, goLivePath }: DiscoverProps) {
  const t = useTranslations("discover");
  const lists = Object.values(found);
  const count = lists.reduce((sum, { livestreams }) => sum + livestreams.length, 0);
  const more = lists.some(({ nextCursor }) => nextCursor !== null);
  const filtered = wish.q !== "" || wish.tag !== "";
  const nothingLive = found.live.livestreams.length === 0;
  const goLive = (
    <Button asChild variant="primary">
      <Link href={goLivePath}>{t("go-live")}</Link>
    </Button>
  );
  if (count === 0 && !filtered) {
    return (
      <>
        <h1 className="sr-only">{t("title")}</h1>
        <EmptyState action={goLive}>{t("nothing-yet")}</EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeading title={t("title")} actions={nothingLive && !filtered ? null : goLive} />
      <div className="mb-8 flex flex-col gap-4">
        <DiscoverSearch wish={wish} />
        <TagFilter tags={tags} wish={wish} />
        <div role="status" className={filtered ? undefined : "sr-only"}>
          {filtered ? <Found count={count} more={more} wish={wish} /> : null}
        </div>
      </div>
      <LivestreamSections
        found={found}
        wanted={{ ...(wish.q && { q: wish.q }), ...(wish.tag && { tag: wish.tag }) }}
        nothingLive={
          filtered ? null : (
            <EmptyState key="live" action={goLive} className="border-y border-line">
              {t("nothing-live")}
            </EmptyState>
          )
        }
      />
    </>
  );
}

type FoundProps = { count: number; more: boolean; wish: Wish };

function Found({ count, more, wish }: FoundProps) {
  const t = useTranslations("discover");
  const wanted = [wish.q && `“${wish.q}”`, wish.tag && `#${wish.tag}`].filter(Boolean).join(" ");
  return (
    <p className="flex flex-wrap items-center gap-x-4 text-ink-soft">
      <span className="wrap-anywhere">
        {count === 0 ? t("no-match", { wanted }) : t(more ? "found-many" : "found", { count })}
      </span>
      <Link
        href="/"
        className="inline-flex min-h-11 items-center font-medium text-ink underline underline-offset-4"
      >
        {t("show-all")}
      </Link>
    </p>
  );
}
