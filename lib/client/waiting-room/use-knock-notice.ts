"use client";

import { useCallback, useEffect, useState } from "react";
import type { WaitingGuest } from "@/lib/contracts/livestreams";
import { knockWords } from "./use-knock-alert";

export type KnockNotice = {
  /** unasked: the browser may be asked, from a press. */
  state: "impossible" | "unasked" | "on" | "refused";
  ask: () => Promise<void>;
};

const states = { default: "unasked", granted: "on", denied: "refused" } as const;

/** Desktop notifications for knocks, while the host looks elsewhere. */
export function useKnockNotice(arrived: readonly WaitingGuest[]): KnockNotice {
  const [state, setState] = useState<KnockNotice["state"]>("impossible");
  useEffect(() => {
    if ("Notification" in window) setState(states[Notification.permission]);
  }, []);
  useEffect(() => {
    if (state === "on" && arrived.length > 0 && !document.hasFocus()) notify(knockWords(arrived));
  }, [state, arrived]);
  const ask = useCallback(async () => {
    setState(states[await Notification.requestPermission()]);
  }, []);
  return { state, ask };
}

function notify(words: string): void {
  try {
    const notice = new Notification(words, { tag: "knock" });
    notice.onclick = () => {
      window.focus();
      notice.close();
    };
  } catch {
    // On phones only service workers can notify; the sound and the title have to do.
  }
}
