"use client";

import { useEffect, useRef, useState } from "react";
import { linkOut } from "@/lib/client/browser/link-out";

export type LeaveGuard = {
  /** The person is about to leave, by Back or by a link. */
  asking: boolean;
  stay: () => void;
  leave: () => void;
};

/**
 * An extra history entry for the same page: Back pops that one first, so the page can ask. It is
 * not removed afterwards, at the cost of one extra Back: removing it could collide with the
 * person's own navigation.
 */
type Guarded = { guard?: "alone" | "yes" };

/**
 * Asks before the page is left while `active`: for Back and links with our own dialog, otherwise
 * (reload, close) with the browser's.
 *
 * @param onNowhere called when leaving by Back with no earlier page in the history
 */
export function useLeaveGuard(active: boolean, onNowhere?: () => void): LeaveGuard {
  const [going, setGoing] = useState<(() => void) | null>(null);
  const leaving = useRef(false);
  const nowhere = useRef(onNowhere);
  useEffect(() => {
    nowhere.current = onNowhere;
  });

  useEffect(() => {
    if (!active) return;
    leaving.current = false;
    let returning = false;
    const alone = arm();
    const unload = (event: BeforeUnloadEvent) => {
      if (!leaving.current) event.preventDefault();
    };
    const pop = () => {
      if (leaving.current) return;
      if (returning) {
        returning = false;
        return;
      }
      returning = true;
      history.forward();
      setGoing(() => () => (alone ? nowhere.current?.() : history.go(-2)));
    };
    const click = (event: MouseEvent) => {
      const href = linkOut(event);
      if (!href) return;
      event.preventDefault();
      setGoing(() => () => location.assign(href));
    };
    window.addEventListener("beforeunload", unload);
    window.addEventListener("popstate", pop);
    document.addEventListener("click", click, { capture: true });
    return () => {
      window.removeEventListener("beforeunload", unload);
      window.removeEventListener("popstate", pop);
      document.removeEventListener("click", click, { capture: true });
      setGoing(null);
    };
  }, [active]);

  return {
    asking: going !== null,
    stay: () => setGoing(null),
    leave: () => {
      leaving.current = true;
      setGoing(null);
      going?.();
    },
  };
}

/** @returns whether there is no earlier page in the history */
function arm(): boolean {
  // Still set after a reload.
  const armed = (history.state as Guarded | null)?.guard;
  if (armed) return armed === "alone";
  const alone = history.length === 1;
  // Includes Next's own fields, so that Next treats both entries as the same page.
  const state = { ...history.state, guard: alone ? "alone" : "yes" } satisfies Guarded;
  history.pushState(state, "", location.href);
  return alone;
}
