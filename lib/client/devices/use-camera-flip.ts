"use client";

import { useRoomContext } from "@livekit/components-react";
import { LocalVideoTrack } from "livekit-client";
import { useState } from "react";
import { useOwnTrack } from "@/lib/client/devices/use-own-track";
import { cameraSettings } from "./camera-settings";
import { cameraCapture, rememberDevice } from "./media-devices";
import { keepingBlur } from "./start-camera";
import { useDeviceList } from "./use-device-list";
import { useCoarsePointer } from "./use-media";

/**
 * Switches between a phone's front and back camera, or to the next camera where there is no facing.
 */
export function useCameraFlip() {
  const room = useRoomContext();
  const { on, track, media } = useOwnTrack("camera");
  const [busy, setBusy] = useState(false);
  const cameras = useDeviceList("camera", media);
  const handheld = useCoarsePointer();

  async function flip() {
    if (busy || !(track instanceof LocalVideoTrack)) return;
    const { localParticipant } = room;
    setBusy(true);
    try {
      const { facingMode, deviceId } = cameraSettings(track);
      if (facingMode) {
        const other = facingMode === "user" ? "environment" : "user";
        await keepingBlur(localParticipant, () =>
          track.restartTrack({ resolution: cameraCapture().resolution, facingMode: other }),
        );
      } else {
        const at = cameras.findIndex(({ id }) => id === deviceId);
        const next = cameras[(at + 1) % cameras.length];
        if (next) {
          await keepingBlur(localParticipant, () => room.switchActiveDevice("videoinput", next.id));
        }
      }
      const chosen = cameraSettings(track).deviceId;
      if (chosen) rememberDevice("camera", chosen);
    } catch {
      // The previous camera stays on. If it should be blurred and is not, it is off, and the
      // controls say why.
    } finally {
      setBusy(false);
    }
  }

  return { possible: handheld && on && cameras.length > 1, busy, flip };
}
