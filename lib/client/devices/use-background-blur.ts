"use client";

import { LocalVideoTrack } from "livekit-client";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import {
  type BlurState,
  onBlurChange,
  readBlur,
  readBlurOnServer,
  settleBlur,
  wantBlur,
} from "./background-blur";

export type BackgroundBlur = BlurState & {
  /** Between the switch and the first blurred frame: the first use loads files. */
  busy: boolean;
  turn: (on: boolean) => void;
};

/** The page-wide blur choice and whether it works. */
export function useBlurState(): BlurState & Pick<BackgroundBlur, "turn"> {
  const blur = useSyncExternalStore(onBlurChange, readBlur, readBlurOnServer);
  return { ...blur, turn: wantBlur };
}

/**
 * Turns the background blur of a camera's picture on or off. If that fails, `withhold` is called so
 * that the owner withholds the camera, and `problem` says why.
 */
export function useBackgroundBlur(track: unknown, withhold?: () => void): BackgroundBlur {
  const blur = useBlurState();
  const [busy, setBusy] = useState(false);
  const { wanted } = blur;
  const latest = useRef(withhold);
  latest.current = withhold;
  useEffect(() => {
    if (!(track instanceof LocalVideoTrack)) return;
    let left = false;
    setBusy(wanted);
    settleBlur(track)
      .catch(() => latest.current?.())
      .finally(() => {
        if (!left) setBusy(false);
      });
    return () => {
      left = true;
    };
  }, [track, wanted]);
  return { ...blur, busy };
}
