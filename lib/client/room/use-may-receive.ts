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
export const useRoomMayReceive = (room: Room | null): boolean =>
  useRoomValue(room, changes, mayReceive, false);

/** The same for the surrounding room. */
export const useMayReceive = (): boolean => useRoomMayReceive(useRoomContext());
