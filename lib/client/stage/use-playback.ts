"use client";

import { useRoomContext } from "@livekit/components-react";
import { type RemoteParticipant, type Room, RoomEvent } from "livekit-client";
import { useCallback, useEffect } from "react";
import { useRoomValue } from "@/lib/client/room/use-room-value";

type Playback = {
  blocked: "nothing" | "sound" | "picture";
  /** Only counts inside a press: browsers unblock for a person's own gesture. */
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

/** Whether the browser lets the room around be heard and seen without being asked for it first. */
export function usePlayback(): Playback {
  const room = useRoomContext();
  const blocked = useRoomValue(room, changes, blockedIn, "nothing");
  const start = useCallback(() => {
    // Still refused (a gesture that does not count): the button stays, and says so by staying.
    void Promise.allSettled([room.startVideo(), room.startAudio()]);
  }, [room]);
  // The room was opened before the press on "Go live" or "Ask to join", and nothing has asked since.
  useEffect(() => {
    if (blocked !== "nothing" && navigator.userActivation?.hasBeenActive) start();
  }, [blocked, start]);
  return { blocked, start };
}
