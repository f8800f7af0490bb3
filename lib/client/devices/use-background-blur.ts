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
  /** Between the switch and the picture: the first time something is loaded. */
  busy: boolean;
  turn: (on: boolean) => void;
};

/** What the person wants, and whether it can be, for all of the page. */
export function useBlurState(): BlurState & Pick<BackgroundBlur, "turn"> {
  const blur = useSyncExternalStore(onBlurChange, readBlur, readBlurOnServer);
  return { ...blur, turn: wantBlur };
}

/**
 * Blurs what is behind the person in this camera's picture, or no longer does. Where that fails the
 * camera is `withheld` by whoever has it; `problem` says it.
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
