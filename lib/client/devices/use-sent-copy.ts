"use client";

import {
  LocalAudioTrack,
  type LocalTrack,
  LocalVideoTrack,
  type Room,
  TrackEvent,
} from "livekit-client";
import { useCallback, useEffect, useSyncExternalStore } from "react";
import { sendUntilTaken } from "./send-until";

/**
 * Publishes a copy of a track in a room for as long as both are given. The device is opened only once,
 * and muting the original in another room leaves the copy on. Another device gets a new copy.
 */
export function useSentCopy(
  room: Room | null,
  track: LocalVideoTrack | LocalAudioTrack | null,
): void {
  const media = useMediaOf(track);
  useEffect(() => {
    if (!room || !track || !media) return;
    return sendUntilTaken(room, () => copyOf(track, media));
  }, [room, track, media]);
}

const changes = [TrackEvent.Restarted, TrackEvent.TrackProcessorUpdate] as const;

/** LiveKit's track stays the same when its device is changed or opened again. */
function useMediaOf(track: LocalTrack | null): MediaStreamTrack | null {
  const subscribe = useCallback(
    (changed: () => void) => {
      for (const event of changes) track?.on(event, changed);
      return () => {
        for (const event of changes) track?.off(event, changed);
      };
    },
    [track],
  );
  return useSyncExternalStore(
    subscribe,
    () => track?.mediaStreamTrack ?? null,
    () => null,
  );
}

function copyOf(track: LocalVideoTrack | LocalAudioTrack, original: MediaStreamTrack): LocalTrack {
  const media = original.clone();
  media.enabled = true;
  const copy =
    track instanceof LocalVideoTrack
      ? new LocalVideoTrack(media, undefined, true)
      : new LocalAudioTrack(media, undefined, true);
  copy.source = track.source;
  return copy;
}
