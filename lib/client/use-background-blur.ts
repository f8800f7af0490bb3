"use client";

import { LocalVideoTrack } from "livekit-client";
import { useEffect, useState, useSyncExternalStore } from "react";
import {
  type BlurState,
  onBlurChange,
  readBlur,
  readBlurOnServer,
  settleBlur,
  wantBlur,
} from "./background-blur";

export type BackgroundBlur = BlurState & {
  /** Between the switch and the picture: the first time something is loaded. */
  busy: boolean;
  turn: (on: boolean) => void;
};

/** Blurs what is behind the person in this camera's picture, or no longer does. */
export function useBackgroundBlur(track: unknown): BackgroundBlur {
  const blur = useSyncExternalStore(onBlurChange, readBlur, readBlurOnServer);
  const [busy, setBusy] = useState(false);
  const { wanted } = blur;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the wish is read where it is carried out
  useEffect(() => {
    if (!(track instanceof LocalVideoTrack)) return;
    let left = false;
    setBusy(true);
    void settleBlur(track).finally(() => {
      if (!left) setBusy(false);
    });
    return () => {
      left = true;
    };
  }, [track, wanted]);
  return { ...blur, busy, turn: wantBlur };
}
