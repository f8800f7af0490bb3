"use client";

import { useLocalParticipant, useRoomContext } from "@livekit/components-react";
import { LocalVideoTrack } from "livekit-client";
import { useState } from "react";
import { cameraSettings } from "./camera-settings";
import { rememberDevice } from "./media-devices";
import { useDeviceList } from "./use-device-list";
import { useCoarsePointer } from "./use-media";

/** Turns a phone's camera round; where cameras have no front and back, the next one is taken. */
export function useCameraFlip() {
  const room = useRoomContext();
  const { cameraTrack, isCameraEnabled } = useLocalParticipant();
  const [busy, setBusy] = useState(false);
  const track = cameraTrack?.track;
  const cameras = useDeviceList("camera", track?.mediaStreamTrack);
  const handheld = useCoarsePointer();

  async function flip() {
    if (busy || !(track instanceof LocalVideoTrack)) return;
    setBusy(true);
    try {
      const { facingMode, deviceId } = cameraSettings(track);
      if (facingMode) {
        await track.restartTrack({ facingMode: facingMode === "user" ? "environment" : "user" });
      } else {
        const at = cameras.findIndex(({ id }) => id === deviceId);
        const next = cameras[(at + 1) % cameras.length];
        if (next) await room.switchActiveDevice("videoinput", next.id);
      }
      const chosen = cameraSettings(track).deviceId;
      if (chosen) rememberDevice("camera", chosen);
    } catch {
      // The camera that was there goes on.
    } finally {
      setBusy(false);
    }
  }

  return { possible: handheld && isCameraEnabled && cameras.length > 1, busy, flip };
}
