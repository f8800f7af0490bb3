"use client";

import { useEffect, useRef } from "react";
import { useInstallation } from "@/lib/client/browser/installation";
import { say } from "@/lib/client/server-api/say";
import { playKnock } from "@/lib/client/waiting-room/knock-sound";
import { titled } from "@/lib/words/page-title";
import type { JoinPlace } from "./join-model";

const titles: Partial<Record<JoinPlace["name"], "waiting" | "backstage" | "stage">> = {
  waiting: "waiting",
  backstage: "backstage",
  entering: "stage",
  stage: "stage",
};

/** Places that nobody should enter unaware. */
const calls: ReadonlySet<JoinPlace["name"]> = new Set(["backstage", "entering", "stage"]);

/** Alerts guests who look elsewhere or use the keyboard when their place changes. */
export function useJoinAttention(place: JoinPlace["name"]): void {
  const { name } = useInstallation();
  const before = useRef(place);
  useEffect(() => {
    document.title = titled(say(`join.titles.${titles[place] ?? "otherwise"}`), name);
    const unseen = before.current === "waiting" || before.current === "backstage";
    const cameIn = unseen && place !== before.current && calls.has(place);
    before.current = place;
    // A sound, so that nobody goes on air unaware while reading another tab.
    if (cameIn && document.hidden) playKnock();
    // The focused button disappeared with its place; keyboard focus continues at the main content.
    if (document.activeElement === document.body) {
      document.getElementById("main")?.focus({ preventScroll: true });
    }
  }, [place, name]);
}
