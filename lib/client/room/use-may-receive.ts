"use client";

import { useRoomContext } from "@livekit/components-react";
import { type Room, RoomEvent } from "livekit-client";
import { useRoomValue } from "./use-room-value";

const changes = [RoomEvent.ParticipantPermissionsChanged] as const;

const mayReceive = ({ localParticipant }: Room) =>
  localParticipant.permissions?.canSubscribe ?? false;

/**
 * Whether LiveKit sends this participant media. Read on each change: going live reports the show
 * and this permission to a waiting guest within milliseconds of each other, and neither may be
 * missed.
 */
export function useMayReceive(): boolean {
  const room = useRoomContext();
  return useRoomValue(room, changes, mayReceive, false);
}
