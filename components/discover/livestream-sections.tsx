import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LivestreamList } from "@/components/discover/livestream-list";
import { SectionHeading } from "@/components/ui/page";
import type { Listed, ListQuery } from "@/lib/client/livestreams/use-more-livestreams";

type LivestreamSectionsProps = {
  found: Record<ListQuery["status"], Listed>;
  /** By what they were found: the rest of a list is asked for in the same way. */
  wanted: Pick<ListQuery, "creator" | "q" | "tag">;
  /** Stands where the live ones would, when there are none. */
  nothingLive?: ReactNode;
};

/** What is on now, then what comes, then what was; a section without content is not there. */
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
