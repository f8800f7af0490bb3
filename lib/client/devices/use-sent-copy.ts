"use client";

import { LocalAudioTrack, type LocalTrack, LocalVideoTrack, type Room } from "livekit-client";
import { useEffect } from "react";
import { optionsForTrack } from "./publish-options";

/**
 * Publishes a copy of a track in a room for as long as both are given. The device is opened only once,
 * and muting the original in another room leaves the copy on.
 */
export function useSentCopy(
  room: Room | null,
  track: LocalVideoTrack | LocalAudioTrack | null,
): void {
  useEffect(() => {
    if (!room || !track) return;
    const { localParticipant } = room;
    const copy = copyOf(track);
    const sent = localParticipant.publishTrack(copy, optionsForTrack(copy));
    // Refused or disconnected: the next room gets a copy of its own.
    const settled = sent.catch(() => undefined);
    return () => {
      copy.stop();
      void settled.then(() => localParticipant.unpublishTrack(copy)).catch(() => undefined);
    };
  }, [room, track]);
}

function copyOf(track: LocalVideoTrack | LocalAudioTrack): LocalTrack {
  const media = track.mediaStreamTrack.clone();
  media.enabled = true;
  const copy =
    track instanceof LocalVideoTrack
      ? new LocalVideoTrack(media, undefined, true)
      : new LocalAudioTrack(media, undefined, true);
  copy.source = track.source;
  return copy;
}
