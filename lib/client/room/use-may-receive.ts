"use client";

import { useRoomContext } from "@livekit/components-react";
import { type Room, RoomEvent } from "livekit-client";
import { useRoomValue } from "./use-room-value";

const changes = [RoomEvent.ParticipantPermissionsChanged] as const;

const mayReceive = ({ localParticipant }: Room) =>
  localParticipant.permissions?.canSubscribe ?? false;

/**
 * Whether LiveKit sends this participant anything. Read anew at each change: going live tells a waiting
 * guest of the show and of this permission within a few milliseconds, and neither may be missed.
 */
export function useMayReceive(): boolean {
  const room = useRoomContext();
  return useRoomValue(room, changes, mayReceive, false);
}
