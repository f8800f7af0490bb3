"use client";

import { useRoomContext } from "@livekit/components-react";
import { type Room, RoomEvent } from "livekit-client";
import { useCallback } from "react";
import { useRoomValue } from "./use-room-value";

type Playback = {
  blocked: "nothing" | "sound" | "picture";
  /** Only counts inside a press: browsers unblock for a person's own gesture. */
  start: () => void;
};

const changes = [
  RoomEvent.AudioPlaybackStatusChanged,
  RoomEvent.VideoPlaybackStatusChanged,
] as const;

function blockedIn({ canPlaybackAudio, canPlaybackVideo }: Room): Playback["blocked"] {
  if (!canPlaybackVideo) return "picture";
  return canPlaybackAudio ? "nothing" : "sound";
}

/** Whether the browser lets the room around be heard and seen without being asked for it first. */
export function usePlayback(): Playback {
  const room = useRoomContext();
  const blocked = useRoomValue(room, changes, blockedIn, "nothing");
  const start = useCallback(() => {
    // Still refused (a gesture that does not count): the button stays, and says so by staying.
    void Promise.allSettled([room.startVideo(), room.startAudio()]);
  }, [room]);
  return { blocked, start };
}
