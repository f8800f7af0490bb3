"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import { discoverPath, type Wish } from "./discover-path";

const pauseMs = 300;

/** The search field: what is typed goes into the address once the person pauses. */
export function useDiscoverSearch({ q, tag }: Wish) {
  const [typed, setTyped] = useState(q);
  const [asked, setAsked] = useState(q);
  const [pending, start] = useTransition();
  const router = useRouter();

  // The address changed by another hand: a step back, a link. What was asked for here is not that.
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
