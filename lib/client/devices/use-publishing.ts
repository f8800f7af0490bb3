"use client";

import type { LocalTrack, LocalVideoTrack, Room } from "livekit-client";
import { useCallback, useEffect, useRef } from "react";
import { settleBlur } from "./background-blur";
import { placeHolder } from "./place-holder";
import { optionsForTrack } from "./publish-options";
import type { DevicePreview, Opened } from "./use-device-preview";

type Publishing = {
  /** Null until connected, and again once the connection is lost. */
  room: Room | null;
  /** Whether picture and sound belong in the room now. */
  wanted: boolean;
  preview: DevicePreview;
  /** Whether the preview returns once nothing is published. */
  previewing: boolean;
  onFailed: () => void;
};

type Sending = { room: Room; opened: Opened; sent: Promise<void> };

/**
 * Publishes the preview's own tracks to the room, and unpublishes them. A new room gets newly
 * opened tracks: the old room stopped the ones published in it.
 *
 * @returns starts (or cancels) publishing before the next render; true if it started
 */
export function usePublishing(publishing: Publishing): (soonWanted: boolean) => boolean {
  const { room, wanted, preview, previewing, onFailed } = publishing;
  const sending = useRef<Sending | null>(null);
  const withdrawn = useRef<Promise<void>>(Promise.resolve());
  const ahead = useRef(false);
  const { camera, microphone, handOver, restart } = preview;
  const settled = !camera.opening && !microphone.opening;

  const begin = useCallback(() => {
    if (!room || sending.current) return false;
    const opened = handOver();
    if (!opened) return false;
    const isWanted = () => sending.current === own;
    const send = () => publish(room, opened, isWanted);
    const own: Sending = { room, opened, sent: withdrawn.current.then(send) };
    sending.current = own;
    own.sent.catch(() => {
      stop(opened);
      if (isWanted()) onFailed();
    });
    return true;
  }, [room, handOver, onFailed]);

  const end = useCallback(() => {
    const left = sending.current;
    sending.current = null;
    if (!left) return;
    withdrawn.current = withdraw(left);
    if (previewing) restart();
  }, [previewing, restart]);

  useEffect(() => {
    if (!room) return;
    if (sending.current?.room === room) {
      if (wanted) ahead.current = false;
      else if (!ahead.current) end();
      return;
    }
    if (sending.current) {
      // The old room stopped its tracks, so the devices are opened again first.
      sending.current = null;
      if (previewing) return restart();
    }
    if (wanted && settled) begin();
  }, [room, wanted, settled, previewing, begin, end, restart]);

  return useCallback(
    (soonWanted) => {
      const begun = ahead.current;
      const begins = soonWanted && !begun && begin();
      ahead.current = soonWanted && (begun || begins);
      if (begun && !soonWanted) end();
      return begins;
    },
    [begin, end],
  );
}

/**
 * How long sound waits for the picture. A picture that is still being blurred takes longer than
 * this.
 */
const pictureFirstMs = 400;

/**
 * Publishes the picture first: LiveKit announces a second track to viewers at least 150 ms after
 * the first (pkg/rtc/transport.go, negotiationFrequency), and viewers wait for a face.
 */
async function publish(
  { localParticipant }: Room,
  { video, audio }: Opened,
  isWanted: () => boolean,
): Promise<void> {
  const send = (track: LocalTrack) => localParticipant.publishTrack(track, optionsForTrack(track));
  const sendPicture = async () => {
    const camera = video && (await readyCamera(video));
    if (!isWanted()) camera?.stop();
    else if (camera) await send(camera);
    else if (!audio) await send(await placeHolder());
  };
  const picture = sendPicture();
  const sound = async () => {
    const longEnough = new Promise((resolve) => setTimeout(resolve, pictureFirstMs));
    if (video) await Promise.race([picture.catch(() => undefined), longEnough]);
    if (audio && isWanted()) await send(audio);
    else audio?.stop();
  };
  await Promise.all([picture, sound()]);
}

/**
 * The camera with the current blur setting, which may be newer than the track. Null if it should be
 * blurred and cannot be.
 */
async function readyCamera(camera: LocalVideoTrack): Promise<LocalVideoTrack | null> {
  try {
    await settleBlur(camera);
    return camera;
  } catch {
    camera.stop();
    return null;
  }
}

function stop({ video, audio }: Opened): void {
  video?.stop();
  audio?.stop();
}

/** Stops the tracks at once, and unpublishes those still being published as soon as they are. */
async function withdraw({ room: { localParticipant }, opened, sent }: Sending): Promise<void> {
  stop(opened);
  await sent.catch(() => undefined);
  const tracks = [...localParticipant.trackPublications.values()].flatMap(({ track }) =>
    track ? [track] : [],
  );
  await Promise.allSettled(tracks.map((track) => localParticipant.unpublishTrack(track)));
}
