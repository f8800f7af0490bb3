"use client";

import { useTranslations } from "next-intl";
import { useLayoutEffect } from "react";
import { WatchClosed } from "@/components/watch/watch-closed";
import { WatchRoom } from "@/components/watch/watch-room";
import { useInstallation } from "@/lib/client/browser/installation";
import { removeOutline } from "@/lib/client/watch/early-pictures";
import { useDocumentVisit } from "@/lib/client/watch/use-document-visit";
import type { DocumentVisit } from "@/lib/watch-document";
import { showTitle, titled } from "@/lib/words/page-title";

/** The watch page of a document that contains its visit; empty until hydration. */
export function WatchDocument() {
  const visit = useDocumentVisit();
  return visit && <Visited visit={visit} />;
}

function Visited({ visit }: { visit: DocumentVisit }) {
  // Effects of children run first, so the room has already moved the videos out of the outline.
  useLayoutEffect(removeOutline, []);
  return (
    <>
      <Title visit={visit} />
      {"closed" in visit ? <WatchClosed because={visit.closed} /> : <WatchRoom {...visit} />}
    </>
  );
}

function Title({ visit }: { visit: DocumentVisit }) {
  const t = useTranslations("watch.meta");
  const { name } = useInstallation();
  const page = "closed" in visit ? t(visit.closed) : showTitle(t, visit.livestream);
  return <title>{titled(page, name)}</title>;
}
