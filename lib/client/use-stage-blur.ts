"use client";

import { useLocalParticipant } from "@livekit/components-react";
import { type BackgroundBlur, useBackgroundBlur } from "./use-background-blur";

/** For the camera that is on stage, in the room around. */
export function useStageBlur(): BackgroundBlur {
  const { cameraTrack } = useLocalParticipant();
  return useBackgroundBlur(cameraTrack?.track);
}
