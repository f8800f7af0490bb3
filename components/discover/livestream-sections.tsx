import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LivestreamList } from "@/components/discover/livestream-list";
import { SectionHeading } from "@/components/ui/page";
import type { Listed, ListQuery } from "@/lib/client/livestreams/use-more-livestreams";

/** The lists of livestreams that everyone can find. */
export type FoundLivestreams = Record<"live" | "scheduled" | "ended", Listed>;

type LivestreamSectionsProps = {
  found: FoundLivestreams;
  /** The filters of the lists; further pages are loaded with the same ones. */
  wanted: Pick<ListQuery, "creator" | "q" | "tag">;
  /** Shown in place of live shows if there are none. */
  nothingLive?: ReactNode;
};

/** Live shows, then upcoming ones, then past ones. Empty sections are left out. */
export function LivestreamSections({ found, wanted, nothingLive }: LivestreamSectionsProps) {
  const t = useTranslations("discover");
  const sections = [
    { status: "live", look: wanted.creator ? "large-tiles" : "tiles", title: t("live") },
    { status: "scheduled", look: "lines", title: t("soon") },
    { status: "ended", look: "lines", title: t("ended") },
  ] as const;
  return (
    <div className="flex flex-col gap-12">
      {sections.map(({ status, look, title }) => {
        const first = found[status];
        if (first.livestreams.length === 0) return status === "live" ? nothingLive : null;
        return (
          <section key={status} aria-labelledby={status}>
            <SectionHeading id={status} title={title} />
            <LivestreamList
              look={look}
              query={{ ...wanted, status, order: "time" }}
              first={first}
            />
          </section>
        );
      })}
    </div>
  );
}
