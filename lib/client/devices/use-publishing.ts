"use client";

import type { LocalTrack, LocalVideoTrack, Room } from "livekit-client";
import { useCallback, useEffect, useRef } from "react";
import { settleBlur } from "./background-blur";
import { placeHolder } from "./place-holder";
import { optionsForTrack } from "./publish-options";
import type { DevicePreview, Opened } from "./use-device-preview";

type Publishing = {
  /** Null until it is connected, and again once it is lost. */
  room: Room | null;
  /** Whether picture and sound belong in the room now. */
  wanted: boolean;
  preview: DevicePreview;
  /** Whether the preview is shown once nothing is published any more. */
  previewing: boolean;
  onFailed: () => void;
};

type Sending = { room: Room; opened: Opened; sent: Promise<void> };

/**
 * Puts into the room what the preview has opened, the very same tracks, and takes it out again. A
 * new room gets them anew: the old one stopped what was published in it.
 *
 * @returns how to say that it will be wanted, or will not after all, before the page is drawn anew;
 *   it answers whether that has begun it
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
      // What was published in the room before went down with it; the devices open once more first.
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

/** How long sound waits for the picture: one that is still being blurred takes longer than this. */
const pictureFirstMs = 400;

/**
 * The picture goes first: LiveKit tells viewers of the second track no sooner than 150 ms after the
 * first (pkg/rtc/transport.go, negotiationFrequency), and a face is what they wait for.
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

/** Null where it was to be blurred and cannot be. The wish may be younger than the picture. */
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

/** What is still on its way into the room is dark at once, and out of it as soon as it has arrived. */
async function withdraw({ room: { localParticipant }, opened, sent }: Sending): Promise<void> {
  stop(opened);
  await sent.catch(() => undefined);
  const tracks = [...localParticipant.trackPublications.values()].flatMap(({ track }) =>
    track ? [track] : [],
  );
  await Promise.allSettled(tracks.map((track) => localParticipant.unpublishTrack(track)));
}
