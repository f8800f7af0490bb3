"use client";

import { useEffect, useRef } from "react";
import { say } from "@/lib/client/server-api/say";
import { playKnock } from "@/lib/client/waiting-room/knock-sound";
import type { JoinPlace } from "./join-model";

const titles: Partial<Record<JoinPlace["name"], "waiting" | "backstage" | "stage">> = {
  waiting: "waiting",
  backstage: "backstage",
  entering: "stage",
  stage: "stage",
};

/** What nobody should come into unaware. */
const calls: ReadonlySet<JoinPlace["name"]> = new Set(["backstage", "entering", "stage"]);

/** Tells who looks elsewhere, and who looks with the keyboard, that their place has changed. */
export function useJoinAttention(place: JoinPlace["name"]): void {
  const before = useRef(place);
  useEffect(() => {
    document.title = say(`join.titles.${titles[place] ?? "otherwise"}`);
    const unseen = before.current === "waiting" || before.current === "backstage";
    const cameIn = unseen && place !== before.current && calls.has(place);
    before.current = place;
    // Nobody goes on air unaware because they were reading in another tab.
    if (cameIn && document.hidden) playKnock();
    // The button that had the focus went with its place; the keyboard goes on from the page's main part.
    if (document.activeElement === document.body) {
      document.getElementById("main")?.focus({ preventScroll: true });
    }
  }, [place]);
}
