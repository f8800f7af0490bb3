"use client";

import {
  LocalAudioTrack,
  type LocalTrack,
  LocalVideoTrack,
  type Room,
  Track,
} from "livekit-client";
import { startTransition, useCallback, useEffect, useRef, useState } from "react";
import { settleBlur } from "./background-blur";
import { placeHolder } from "./place-holder";
import { optionsForTrack } from "./publish-options";
import { giveUpWhenOverdue, untilAllowed } from "./until-allowed";
import type { DevicePreview, Opened } from "./use-device-preview";

type Publishing = {
  /** Null until connected, and again once the connection is lost. */
  room: Room | null;
  /** Whether picture and sound belong in the room now. */
  wanted: boolean;
  preview: DevicePreview;
  /** Whether the preview returns once nothing is published. */
  previewing: boolean;
  /** Whether LiveKit should allow it by now: a few seconds later, waiting has failed. */
  due?: boolean;
  onFailed: () => void;
};

type Sending = {
  room: Room;
  opened: Opened;
  /** Ends the wait for the permission to publish. */
  abort: AbortController;
  /** Whether anything has been handed to LiveKit, and whether it has sent all of it. */
  progress: "waiting" | "sending" | "sent";
  done: Promise<void>;
};

type PublishNow = {
  /** Starts (or cancels) publishing before the next render; true if it started. */
  publish: (soonWanted: boolean) => boolean;
  /** Stops publishing before the next render, and before the room may close and stop the tracks. */
  withdraw: () => void;
  /** Whether LiveKit has received everything that was to be sent. */
  sent: boolean;
};

/**
 * Publishes the preview's own tracks to the room, and gives them back. A new room gets newly opened
 * tracks if the old one has stopped those published in it.
 */
export function usePublishing(publishing: Publishing): PublishNow {
  const { room, wanted, preview, previewing, due = false, onFailed } = publishing;
  const sending = useRef<Sending | null>(null);
  const withdrawn = useRef<Promise<void>>(Promise.resolve());
  const ahead = useRef(false);
  const [sentTo, setSentTo] = useState<Room | null>(null);
  const { camera, microphone, handOver, takeBack, restart } = preview;
  const settled = !camera.opening && !microphone.opening;

  const begin = useCallback(() => {
    if (!room || sending.current) return false;
    const opened = handOver();
    if (!opened) return false;
    const abort = new AbortController();
    const own: Sending = { room, opened, abort, progress: "waiting", done: Promise.resolve() };
    const isWanted = () => sending.current === own;
    const send = async () => {
      await withdrawn.current;
      await untilAllowed(room, abort.signal);
      // The preview may have its tracks back by now.
      abort.signal.throwIfAborted();
      own.progress = "sending";
      await publish(room, opened, isWanted);
      own.progress = "sent";
      if (isWanted()) startTransition(() => setSentTo(room));
    };
    sending.current = own;
    own.done = send();
    own.done.catch(() => {
      if (!isWanted()) return;
      stop(opened);
      onFailed();
    });
    return true;
  }, [room, handOver, onFailed]);

  const end = useCallback(() => {
    const left = sending.current;
    sending.current = null;
    setSentTo(null);
    if (!left) return;
    left.abort.abort();
    if (previewing && left.progress === "waiting") return takeBack(left.opened);
    if (previewing && left.progress === "sent") {
      const { opened, unsent } = recover(left.room);
      withdrawn.current = unsent;
      return takeBack(opened);
    }
    withdrawn.current = withdraw(left);
    if (previewing) restart();
  }, [previewing, takeBack, restart]);

  useEffect(() => {
    if (!room) return;
    if (sending.current?.room === room) {
      if (wanted) ahead.current = false;
      else if (!ahead.current) end();
      return;
    }
    const left = sending.current;
    if (left) {
      sending.current = null;
      left.abort.abort();
      if (previewing && left.progress === "waiting") takeBack(left.opened);
      else {
        // The old room stopped its tracks, so the devices are opened again first.
        stop(left.opened);
        if (previewing) restart();
      }
    }
    if (wanted && settled) begin();
  }, [room, wanted, settled, previewing, begin, end, takeBack, restart]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: handing over the devices starts the wait
  useEffect(() => {
    if (!due || !room) return;
    return giveUpWhenOverdue(() => {
      if (sending.current?.progress === "waiting") sending.current.abort.abort();
    });
  }, [due, room, settled]);

  const publishNow = useCallback(
    (soonWanted: boolean) => {
      const begun = ahead.current;
      const begins = soonWanted && !begun && begin();
      ahead.current = soonWanted && (begun || begins);
      if (begun && !soonWanted) end();
      return begins;
    },
    [begin, end],
  );
  return { publish: publishNow, withdraw: end, sent: room !== null && sentTo === room };
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

/** What is published now, which may be another device than at first, unpublished and still open. */
function recover({ localParticipant }: Room): { opened: Opened; unsent: Promise<void> } {
  const trackOf = (source: Track.Source) => localParticipant.getTrackPublication(source)?.track;
  const [camera, microphone] = [trackOf(Track.Source.Camera), trackOf(Track.Source.Microphone)];
  const video = camera instanceof LocalVideoTrack ? camera : null;
  const audio = microphone instanceof LocalAudioTrack ? microphone : null;
  const all = [...localParticipant.trackPublications.values()].flatMap(({ track }) => track ?? []);
  const unsent = Promise.allSettled(
    all.map((track) => localParticipant.unpublishTrack(track, track !== video && track !== audio)),
  ).then(() => undefined);
  return { opened: { video, audio }, unsent };
}

function stop({ video, audio }: Opened): void {
  video?.stop();
  audio?.stop();
}

/** Stops the tracks at once, and unpublishes those still being published as soon as they are. */
async function withdraw({ room: { localParticipant }, opened, done }: Sending): Promise<void> {
  stop(opened);
  await done.catch(() => undefined);
  const tracks = [...localParticipant.trackPublications.values()].flatMap(({ track }) =>
    track ? [track] : [],
  );
  await Promise.allSettled(tracks.map((track) => localParticipant.unpublishTrack(track)));
}
