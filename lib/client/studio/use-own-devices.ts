"use client";

import { useEffect, useState } from "react";
import { recall, remember } from "@/lib/client/browser/browser-memory";
import type { Livestream } from "@/lib/contracts/livestreams";

export type OwnDevices = {
  /** Whether this browser's camera and microphone belong in the show. */
  wanted: boolean;
  /** Whether an encoder is there to send in their place. */
  instead: boolean;
  choose: (wanted: boolean) => void;
};

type Given = {
  /** An encoder of this host is connected. */
  encoder: boolean;
  /** This host is in the show: what is so now stays so, unless they say otherwise. */
  settled: boolean;
};

/**
 * With an encoder, a creator's own camera is not asked for. Once in the show this is settled: a
 * camera that goes on air by itself, because OBS lost its line, would be the worse surprise.
 */
export function useOwnDevices(
  { mint, status }: Livestream,
  { encoder, settled }: Given,
): OwnDevices {
  const name = `own-devices.${mint}`;
  const [choice, setChoice] = useState<boolean | null>(() =>
    status === "live" && recall("tab", name) === "no" ? false : null,
  );
  const wanted = choice ?? !encoder;
  useEffect(() => {
    if (!settled) return;
    setChoice(wanted);
    remember("tab", name, wanted ? null : "no");
  }, [settled, wanted, name]);
  return { wanted, instead: encoder, choose: setChoice };
}
