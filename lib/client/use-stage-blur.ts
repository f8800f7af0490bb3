"use client";

import { useLocalParticipant } from "@livekit/components-react";
import { type BackgroundBlur, useBackgroundBlur } from "./use-background-blur";

/** For the camera that is on stage, in the room around: it goes off rather than on in clear. */
export function useStageBlur(): BackgroundBlur {
  const { cameraTrack, localParticipant } = useLocalParticipant();
  return useBackgroundBlur(cameraTrack?.track, () => void localParticipant.setCameraEnabled(false));
}
