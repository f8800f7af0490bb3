"use client";

import { LiveTile } from "@/components/discover/live-tile";
import { LivestreamLine } from "@/components/discover/livestream-line";
import { ShowMore } from "@/components/livestreams/show-more";
import type { Listed, ListQuery } from "@/lib/client/livestreams/use-more-livestreams";

type LivestreamListProps = {
  look: "tiles" | "large-tiles" | "lines";
  query: ListQuery;
  first: Listed;
};

/** The search results of one status, with more on request. */
export function LivestreamList({ look, query, first }: LivestreamListProps) {
  const withCreator = query.creator === undefined;
  return (
    <ShowMore
      // Another search is another list: no state carries over.
      key={new URLSearchParams(query).toString()}
      look={look}
      query={query}
      first={first}
      row={(livestream) =>
        look === "lines" ? (
          <LivestreamLine key={livestream.mint} livestream={livestream} withCreator={withCreator} />
        ) : (
          <LiveTile
            key={livestream.mint}
            livestream={livestream}
            withCreator={withCreator}
            leads={livestream.mint === first.livestreams[0]?.mint}
          />
        )
      }
    />
  );
}
