"use client";

import { useState } from "react";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import { useRemembered } from "@/lib/client/browser/use-remembered";
import { say } from "@/lib/client/server-api/say";
import { serverNow } from "@/lib/client/server-api/server-clock";
import type { LookDesk } from "@/lib/client/stage/use-look-draft";
import { countdownMaxSeconds } from "@/lib/contracts/common/limits";
import type { Livestream } from "@/lib/contracts/livestreams";
import type { LookChanges } from "@/lib/contracts/look";
import { changesTo, isCard, type SceneName, sceneOf } from "./scenes";

/** Minutes that a card counts down; 0 for none. */
export type Minutes = { starting: number; break: number };

export type SceneDesk = {
  onAir: SceneName;
  /** Chosen, and not on air before it is taken; null for none. */
  next: SceneName | null;
  /** Whether a scene is previewed before it goes on air. */
  previews: boolean;
  setPreviews: (previews: boolean) => void;
  choose: (name: SceneName) => void;
  /** Whether the show begins with "Starting soon". Only another press, on air, counts its minutes down. */
  beginWith: (card: boolean) => void;
  /** Puts the previewed scene on air. */
  take: () => void;
  minutes: Minutes;
  setMinutes: (minutes: Minutes) => void;
};

const previewsFrom = (kept: unknown): boolean => kept === true;
const isMinutes = (value: unknown): value is number =>
  typeof value === "number" && value >= 0 && value * 60 <= countdownMaxSeconds;

function minutesFrom(kept: unknown): Minutes {
  const { starting, break: pause } = Object(kept) as Record<string, unknown>;
  return {
    starting: isMinutes(starting) ? starting : 5,
    break: isMinutes(pause) ? pause : 0,
  };
}

/** A host's scenes: on air with one press, or previewed and then taken. */
export function useSceneDesk(desk: LookDesk, { scheduledAt }: Livestream): SceneDesk {
  const [previews, setPreviews] = useRemembered("studio.previews", previewsFrom);
  const [minutes, setMinutes] = useRemembered("studio.countdown", minutesFrom);
  const [chosen, setChosen] = useState<SceneName | null>(null);
  const onAir = sceneOf(desk.look);
  // It went on air meanwhile, by whomever.
  if (chosen === onAir) setChosen(null);
  const next = previews ? chosen : null;
  const change = (changes: LookChanges) =>
    void runWithToast(() => desk.change(changes), {
      failed: say("stage.scenes.failed"),
      id: "look",
    });

  function air(name: SceneName) {
    setChosen(null);
    const seconds = (planned: number) => (planned > 0 ? planned * 60 : null);
    const planned = minutes.starting > 0 ? untilStart(scheduledAt) : null;
    change(
      changesTo(name, {
        starting: planned ?? seconds(minutes.starting),
        break: seconds(minutes.break),
      }),
    );
  }

  function choose(name: SceneName) {
    if (previews) setChosen(name);
    // Pressed again, a card's countdown starts again.
    else if (name !== onAir || isCard(name)) air(name);
  }

  function beginWith(card: boolean) {
    change(
      card ? { scene: "starting", countdownSeconds: untilStart(scheduledAt) } : { scene: "show" },
    );
  }

  function preview(wanted: boolean) {
    setChosen(null);
    setPreviews(wanted);
  }

  const take = () => next && air(next);
  return {
    ...{ onAir, next, previews, setPreviews: preview },
    ...{ choose, beginWith, take, minutes, setMinutes },
  };
}

/** Before a planned start, "Starting soon" counts down to it. */
function untilStart(scheduledAt: string | null): number | null {
  const left = scheduledAt ? Math.round((Date.parse(scheduledAt) - serverNow()) / 1000) : 0;
  return left > 0 && left <= countdownMaxSeconds ? left : null;
}
