"use client";

import { useRoomContext } from "@livekit/components-react";
import { type RemoteParticipant, type Room, RoomEvent } from "livekit-client";
import { useCallback, useEffect } from "react";
import { useRoomValue } from "@/lib/client/room/use-room-value";

type Playback = {
  blocked: "nothing" | "sound" | "picture";
  /** Must be called from a user gesture, or browsers keep blocking playback. */
  start: () => void;
};

const changes = [
  RoomEvent.AudioPlaybackStatusChanged,
  RoomEvent.VideoPlaybackStatusChanged,
  RoomEvent.TrackSubscribed,
  RoomEvent.TrackUnsubscribed,
] as const;

const isHeard = ({ audioTrackPublications }: RemoteParticipant) =>
  [...audioTrackPublications.values()].some(({ track }) => track !== undefined);

function blockedIn(room: Room): Playback["blocked"] {
  if (!room.canPlaybackVideo) return "picture";
  if (room.canPlaybackAudio) return "nothing";
  return [...room.remoteParticipants.values()].some(isHeard) ? "sound" : "nothing";
}

/** Whether the browser blocks the surrounding room's sound or picture until a user gesture. */
export function usePlayback(): Playback {
  const room = useRoomContext();
  const blocked = useRoomValue(room, changes, blockedIn, "nothing");
  const start = useCallback(() => {
    // If still refused (a gesture that does not count), the button stays.
    void Promise.allSettled([room.startVideo(), room.startAudio()]);
  }, [room]);
  // The room opened before "Go live" or "Ask to join" was pressed, so playback has not been
  // requested since.
  useEffect(() => {
    if (blocked !== "nothing" && navigator.userActivation?.hasBeenActive) start();
  }, [blocked, start]);
  return { blocked, start };
}
