"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import {
  type Listed,
  type ListQuery,
  useMoreLivestreams,
} from "@/lib/client/livestreams/use-more-livestreams";
import type { Livestream } from "@/lib/contracts/livestreams";

type ShowMoreProps = {
  query: ListQuery;
  first: Listed;
  look?: keyof typeof looks;
  row: (livestream: Livestream) => ReactNode;
};

const looks = {
  tiles: "grid grid-cols-1 gap-x-6 gap-y-8 sm:grid-cols-2 lg:grid-cols-3",
  // A single one is large; several share the width.
  "large-tiles":
    "grid grid-cols-1 gap-x-6 gap-y-8 has-[>li+li]:sm:grid-cols-2 not-has-[>li+li]:max-w-3xl",
  lines: "-mt-4 divide-y divide-line",
};

/** Livestreams, with a button to load more. */
export function ShowMore({ query, first, look = "lines", row }: ShowMoreProps) {
  const t = useTranslations("livestreams");
  const { value, problem, loading, loadMore } = useMoreLivestreams(query, first);
  const { livestreams, nextCursor } = value ?? first;
  return (
    <>
      <ul className={looks[look]}>{livestreams.map(row)}</ul>
      {problem && !loading ? (
        <Notice tone="problem" className="mt-4">
          {problem}
        </Notice>
      ) : null}
      {nextCursor ? (
        <Button className="mt-4" pending={loading} onClick={loadMore}>
          {t("show-more")}
        </Button>
      ) : null}
    </>
  );
}
