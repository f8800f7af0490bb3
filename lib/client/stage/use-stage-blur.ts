"use client";

import { useRoomContext } from "@livekit/components-react";
import { type BackgroundBlur, useBackgroundBlur } from "@/lib/client/devices/use-background-blur";
import { useOwnTrack } from "@/lib/client/devices/use-own-track";

/** For the camera that is on stage, in the room around: it goes off rather than on in clear. */
export function useStageBlur(): BackgroundBlur {
  const { localParticipant } = useRoomContext();
  const { track } = useOwnTrack("camera");
  return useBackgroundBlur(track, () => void localParticipant.setCameraEnabled(false));
}
