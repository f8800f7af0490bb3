"use client";

import { useRoomContext } from "@livekit/components-react";
import { RoomEvent } from "livekit-client";
import { useCallback, useSyncExternalStore } from "react";

export type Playback = {
  blocked: "nothing" | "sound" | "picture";
  /** Only counts inside a press: browsers unblock for a person's own gesture. */
  start: () => void;
};

/** Whether the browser lets the room around be heard and seen without being asked for it first. */
export function usePlayback(): Playback {
  const room = useRoomContext();
  const subscribe = useCallback(
    (changed: () => void) => {
      room
        .on(RoomEvent.AudioPlaybackStatusChanged, changed)
        .on(RoomEvent.VideoPlaybackStatusChanged, changed);
      return () => {
        room
          .off(RoomEvent.AudioPlaybackStatusChanged, changed)
          .off(RoomEvent.VideoPlaybackStatusChanged, changed);
      };
    },
    [room],
  );
  const blocked = useSyncExternalStore(
    subscribe,
    () => (room.canPlaybackVideo ? (room.canPlaybackAudio ? "nothing" : "sound") : "picture"),
    () => "nothing" as const,
  );
  const start = useCallback(() => {
    // Still refused (a gesture that does not count): the button stays, and says so by staying.
    void Promise.allSettled([room.startVideo(), room.startAudio()]);
  }, [room]);
  return { blocked, start };
}
