"use client";

import { useEffect, useState } from "react";
import { recall, remember } from "@/lib/client/browser/browser-memory";
import type { Livestream } from "@/lib/contracts/livestreams";

export type OwnDevices = {
  /** Whether this browser's camera and microphone belong in the show. */
  wanted: boolean;
  /** Whether an encoder sends in their place. */
  instead: boolean;
  choose: (wanted: boolean) => void;
};

type Given = {
  /** An encoder of this host is connected. */
  encoder: boolean;
  /** This host is in the show: the current choice stays unless they change it. */
  settled: boolean;
};

/**
 * With an encoder connected, the creator's own camera is not requested. Once in the show the choice
 * is settled: a camera that goes on air automatically because OBS disconnected would be worse.
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
