"use client";

import { TrackEvent } from "livekit-client";
import { useCallback, useEffect, useState } from "react";
import type { OwnTrack } from "@/lib/client/devices/own-track";
import { type EndedDevice, lostDevice } from "./lost-device";

export type LostDevice = {
  lost: ReturnType<typeof lostDevice>;
  /** Dismisses the notice: the person has another device, or has read it. */
  settle: () => void;
};

/** Notices when an active camera or microphone is unplugged. */
export function useLostDevice(own: OwnTrack): LostDevice {
  const { track, media, deviceId } = own;
  const [ended, setEnded] = useState<EndedDevice | null>(null);
  useEffect(() => {
    if (!track) return;
    const end = () => setEnded({ media, deviceId });
    track.on(TrackEvent.Ended, end);
    return () => {
      track.off(TrackEvent.Ended, end);
    };
  }, [track, media, deviceId]);
  return { lost: lostDevice(ended, own), settle: useCallback(() => setEnded(null), []) };
}
