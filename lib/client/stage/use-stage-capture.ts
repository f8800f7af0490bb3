"use client";

import { useRoomContext } from "@livekit/components-react";
import { LocalAudioTrack, type LocalParticipant, Track } from "livekit-client";
import { useEffect } from "react";
import { applyToMicrophone, inTurn } from "@/lib/client/devices/capture/apply-capture";
import { onCaptureChange } from "@/lib/client/devices/capture/capture-choices";
import { concerns } from "@/lib/client/devices/capture/capture-rules";
import { microphoneCapture } from "@/lib/client/devices/media-devices";
import { applyToOwnCamera } from "@/lib/client/devices/start-camera";

/** Applies changed settings to the camera and microphone on stage in the surrounding room. */
export function useStageCapture(): void {
  const { localParticipant } = useRoomContext();
  useEffect(
    () =>
      onCaptureChange((change) => {
        const apply = (work: (local: LocalParticipant) => Promise<void>) =>
          // The devices go on as they were where a change fails.
          inTurn(() => work(localParticipant)).catch(() => undefined);
        if (concerns("camera", change)) void apply(applyToOwnCamera);
        if (concerns("microphone", change)) void apply(applyToOwnMicrophone);
      }),
    [localParticipant],
  );
}

async function applyToOwnMicrophone(local: LocalParticipant): Promise<void> {
  const track = local.getTrackPublication(Track.Source.Microphone)?.track;
  if (!(track instanceof LocalAudioTrack) || (await applyToMicrophone(track))) return;
  await track.restartTrack(microphoneCapture());
}
