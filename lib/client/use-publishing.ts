"use client";

import { type LocalTrack, type Room, Track, type TrackPublishOptions } from "livekit-client";
import { useEffect, useRef } from "react";
import { cameraSettings } from "./camera-settings";
import { placeHolder } from "./place-holder";
import { cameraOptions } from "./publish-options";
import type { DevicePreview } from "./use-device-preview";

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

/**
 * Puts into the room what the preview has opened, the very same tracks, and takes it out again. A
 * new room gets them anew: the old one stopped what was published in it.
 */
export function usePublishing({ room, wanted, preview, previewing, onFailed }: Publishing): void {
  const published = useRef<Room | null>(null);
  const { camera, microphone, handOver, restart } = preview;
  const settled = !camera.opening && !microphone.opening;

  useEffect(() => {
    if (!room) return;
    if (published.current === room) {
      if (wanted) return;
      published.current = null;
      void withdraw(room).then(() => {
        if (previewing) restart();
      });
      return;
    }
    if (published.current) {
      // What was published in the room before went down with it; the devices open once more first.
      published.current = null;
      if (previewing) return restart();
    }
    if (!wanted || !settled) return;
    published.current = room;
    const { video, audio } = handOver();
    publish(room, [video, audio]).catch(() => {
      video?.stop();
      audio?.stop();
      onFailed();
    });
  }, [room, wanted, settled, previewing, handOver, restart, onFailed]);
}

async function publish({ localParticipant }: Room, opened: (LocalTrack | null)[]): Promise<void> {
  const tracks = opened.filter((track) => track !== null);
  if (tracks.length === 0) tracks.push(await placeHolder());
  await Promise.all(tracks.map((track) => localParticipant.publishTrack(track, optionsFor(track))));
}

function optionsFor(track: LocalTrack): TrackPublishOptions | undefined {
  if (track.kind !== Track.Kind.Video) return undefined;
  const { width = 0, height = 0 } = cameraSettings(track);
  // Upright, a phone's picture has its lines across.
  return cameraOptions(Math.min(width, height));
}

async function withdraw({ localParticipant }: Room): Promise<void> {
  const tracks = [...localParticipant.trackPublications.values()].flatMap(({ track }) =>
    track ? [track] : [],
  );
  await Promise.allSettled(tracks.map((track) => localParticipant.unpublishTrack(track)));
}
