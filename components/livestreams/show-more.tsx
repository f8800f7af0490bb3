"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useMoreLivestreams } from "@/lib/client/use-more-livestreams";
import type { Livestream } from "@/lib/contracts/livestreams";

type ShowMoreProps = {
  query: Parameters<typeof useMoreLivestreams>[0];
  first: { livestreams: Livestream[]; nextCursor: string | null };
  row: (livestream: Livestream) => ReactNode;
};

/** Rows, and under them the way to the older ones. */
export function ShowMore({ query, first, row }: ShowMoreProps) {
  const t = useTranslations("livestreams");
  const { livestreams, hasMore, loading, loadMore } = useMoreLivestreams(query, first);
  return (
    <>
      <ul className="-mt-4 divide-y divide-line">{livestreams.map(row)}</ul>
      {loading.name === "failed" ? (
        <Notice tone="problem" className="mt-4">
          {loading.message}
        </Notice>
      ) : null}
      {hasMore ? (
        <Button className="mt-4" pending={loading.name === "loading"} onClick={loadMore}>
          {t("show-more")}
        </Button>
      ) : null}
    </>
  );
}
