"use client";

import { useCallback, useEffect, useState } from "react";
import type { WaitingGuest } from "@/lib/contracts/livestreams";
import { knockWords } from "./use-knock-alert";

export type KnockNotice = {
  /** unasked: a press of the person's may ask the browser. */
  state: "impossible" | "unasked" | "on" | "refused";
  ask: () => Promise<void>;
};

const states = { default: "unasked", granted: "on", denied: "refused" } as const;

/** Knocks as the desktop's own notifications, while the host looks elsewhere. */
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
    // Phones let only a service worker notify; the sound and the title do it there.
  }
}
