"use client";

import { useEffect, useRef, useState } from "react";
import { linkOut } from "@/lib/client/browser/link-out";

export type LeaveGuard = {
  /** Somebody is about to leave, by Back or by a link. */
  asking: boolean;
  stay: () => void;
  leave: () => void;
};

/**
 * An entry of the page's own on top of it: Back takes that one first, and the page can ask. It stays
 * afterwards, and costs one Back more: taking it away could meet a step of the person's own.
 */
type Guarded = { guard?: "alone" | "yes" };

/**
 * Asks before the page is left while `active`: by Back and by links in words of ours, else (reload,
 * close) in the browser's.
 *
 * @param onNowhere for leaving by Back where there is no page before this one
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

/** @returns whether there is no page before this one */
function arm(): boolean {
  // Still there after a reload.
  const armed = (history.state as Guarded | null)?.guard;
  if (armed) return armed === "alone";
  const alone = history.length === 1;
  // With Next's own fields in it, so that Next takes the two entries for one page.
  const state = { ...history.state, guard: alone ? "alone" : "yes" } satisfies Guarded;
  history.pushState(state, "", location.href);
  return alone;
}
