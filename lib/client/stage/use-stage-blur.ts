"use client";

import { useRoomContext } from "@livekit/components-react";
import { type BackgroundBlur, useBackgroundBlur } from "@/lib/client/devices/use-background-blur";
import { useOwnTrack } from "@/lib/client/devices/use-own-track";

/**
 * Blur for the camera on stage in the surrounding room. If blurring fails, the camera turns off.
 */
export function useStageBlur(): BackgroundBlur {
  const { localParticipant } = useRoomContext();
  const { track } = useOwnTrack("camera");
  return useBackgroundBlur(track, () => void localParticipant.setCameraEnabled(false));
}
