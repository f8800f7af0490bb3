"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import { discoverPath, type Wish } from "./discover-path";

const pauseMs = 300;

/** The search field. The text goes into the URL once the person pauses. */
export function useDiscoverSearch({ q, tag }: Wish) {
  const [typed, setTyped] = useState(q);
  const [asked, setAsked] = useState(q);
  const [pending, start] = useTransition();
  const router = useRouter();

  // The URL was changed elsewhere: browser history or a link. It is not the text that was searched
  // for here.
  if (!pending && q !== asked) {
    setAsked(q);
    setTyped(q);
  }

  function ask(text: string) {
    const wanted = text.trim();
    if (wanted === asked) return;
    setAsked(wanted);
    start(() => router.replace(discoverPath({ q: wanted, tag }), { scroll: false }));
  }

  useEffect(() => {
    const timer = setTimeout(ask, pauseMs, typed);
    return () => clearTimeout(timer);
  });

  return { typed, setTyped, pending, ask };
}
