"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { never } from "@/lib/client/browser/never";
import { say } from "@/lib/client/server-api/say";
import type { Livestream } from "@/lib/contracts/livestreams";
import { isolated } from "@/lib/words/isolated";

export type StartReminder = {
  /** impossible: this browser or this origin has no notifications. */
  state: "impossible" | "unasked" | "asking" | "told" | "refused";
  ask: () => void;
  stop: () => void;
};

type Told = Pick<Livestream, "mint" | "title" | "creator">;

/** Without https, browsers have notifications but refuse each one. */
const possible = () => "Notification" in window && window.isSecureContext;

/**
 * Sends a notification when the show starts or is cancelled, as long as the page is open. Some phone
 * browsers have the API but let no page create a notification, so the confirmation is itself one: if
 * it fails, no reminder is promised.
 */
export function useStartReminder(
  livestream: Told,
  news: "started" | "cancelled" | null,
): StartReminder {
  const can = useSyncExternalStore(never, possible, () => true);
  const [state, setState] = useState<StartReminder["state"]>("unasked");
  const { mint, title, creator } = livestream;
  useEffect(() => {
    if (!news || state !== "told") return;
    setState("unasked");
    if (document.visibilityState === "visible" && document.hasFocus()) return;
    const note = notify(say(`watch.tell.${news}.title`, { title: isolated(title) }), {
      body: say(`watch.tell.${news}.body`, { creator: isolated(creator.name) }),
      tag: mint,
    });
    note?.addEventListener("click", () => {
      window.focus();
      note.close();
    });
  }, [news, state, mint, title, creator.name]);
  return {
    state: can ? state : "impossible",
    async ask() {
      setState("asking");
      if ((await Notification.requestPermission()) !== "granted") return setState("refused");
      const promise = notify(say("watch.tell.told"), { tag: mint, silent: true });
      setState(promise ? "told" : "impossible");
    },
    stop: () => setState("unasked"),
  };
}

/** Null if the browser allows notifications only from service workers (Chrome on Android). */
function notify(title: string, options: NotificationOptions): Notification | null {
  try {
    return new Notification(title, options);
  } catch {
    return null;
  }
}
