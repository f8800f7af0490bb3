"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { recall, remember } from "@/lib/client/browser/browser-memory";
import { say } from "@/lib/client/server-api/say";
import type { WaitingGuest } from "@/lib/contracts/livestreams";
import { isolated } from "@/lib/words/isolated";
import { playKnock } from "./knock-sound";
import type { WaitingRoom } from "./use-waiting-list";
import type { Answered } from "./waiting-list";

type Alert = {
  /** The last knock or its outcome, for screen readers. */
  announcement: string;
  sound: boolean;
  setSound: (on: boolean) => void;
};

type Heard = Pick<WaitingRoom, "waiting" | "arrived" | "answered">;

/** Alerts hosts who look elsewhere: a sound, an announcement, and a count in the tab's title. */
export function useKnockAlert({ waiting, arrived, answered }: Heard): Alert {
  const [sound, setSound] = useSoundChoice();
  const [announcement, setAnnouncement] = useState("");
  useTitleCount(waiting.length);

  useEffect(() => {
    if (answered.length > 0) setAnnouncement(answeredWords(answered));
  }, [answered]);

  useEffect(() => {
    if (arrived.length === 0) return;
    setAnnouncement(knockWords(arrived));
    // Read on each knock, so that turning the sound on does not replay the last one.
    if (!soundIsOn()) return;
    // Opening audio takes a while and would delay drawing the row.
    setTimeout(() => void playKnock(), 50);
  }, [arrived]);

  return { announcement, sound, setSound };
}

/** "Ada asks to join", "Ada and 2 others ask to join". */
export function knockWords(arrived: readonly Pick<WaitingGuest, "name">[]): string {
  const [first, second] = arrived;
  if (!first) return "";
  const count = arrived.length;
  return say("waiting-room.knock", {
    count,
    first: first.name,
    second: second?.name ?? "",
    others: count - 1,
  });
}

/** "Ada was admitted." "3 guests were admitted. Grace was denied." */
export function answeredWords(answered: readonly Answered[]): string {
  return [...new Set(answered.map(({ outcome }) => outcome))]
    .map((outcome) => {
      const [first, ...others] = answered.filter((each) => each.outcome === outcome);
      const name = first?.name ?? "";
      return say(`waiting-room.answered.${outcome}`, {
        count: others.length + 1,
        name: isolated(name),
      });
    })
    .join(" ");
}

/** The count in front of the title: "(2) Rehearsal". */
export const titled = (title: string, count: number) => {
  const bare = title.replace(/^\(\d+\) /, "");
  return count > 0 ? `(${count}) ${bare}` : bare;
};

function useTitleCount(count: number): void {
  useEffect(() => {
    document.title = titled(document.title, count);
    return () => {
      document.title = titled(document.title, 0);
    };
  }, [count]);
}

const soundIsOn = () => recall("browser", "knock-sound") !== "off";
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

function useSoundChoice(): [boolean, (on: boolean) => void] {
  // If storage is blocked, the choice still holds within this page.
  const [chosen, setChosen] = useState<boolean | null>(null);
  const stored = useSyncExternalStore(subscribe, soundIsOn, () => true);
  const choose = (on: boolean) => {
    remember("browser", "knock-sound", on ? null : "off");
    setChosen(on);
    for (const listener of listeners) listener();
  };
  return [chosen ?? stored, choose];
}
