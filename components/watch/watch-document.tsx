"use client";

import { useTranslations } from "next-intl";
import { useLayoutEffect } from "react";
import { WatchClosed } from "@/components/watch/watch-closed";
import { WatchRoom } from "@/components/watch/watch-room";
import { removeOutline } from "@/lib/client/watch/early-pictures";
import { useDocumentVisit } from "@/lib/client/watch/use-document-visit";
import type { DocumentVisit } from "@/lib/watch-document";
import { isolated } from "@/lib/words/isolated";

/** The watch page of a document that has its visit in it; nothing until React has found it there. */
export function WatchDocument() {
  const visit = useDocumentVisit();
  return visit && <Visited visit={visit} />;
}

function Visited({ visit }: { visit: DocumentVisit }) {
  // After the room, which takes the pictures out of it.
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
  if ("closed" in visit) return <title>{`${t(visit.closed)} · Greenroom`}</title>;
  const { title, creator } = visit.livestream;
  const name = t("title", { title: isolated(title), creator: isolated(creator.name) });
  return <title>{`${name} · Greenroom`}</title>;
}
