"use client";

import { ConnectionQuality, type Room, RoomEvent } from "livekit-client";
import { useCallback, useSyncExternalStore } from "react";

const changes = [
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.ParticipantAttributesChanged,
  RoomEvent.ConnectionQualityChanged,
  RoomEvent.ConnectionStateChanged,
] as const;

/** Whether a host is connected to the room; true without a room, when nobody can know. */
export function useHostPresence(room: Room | null): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      for (const event of changes) room?.on(event, changed);
      return () => {
        for (const event of changes) room?.off(event, changed);
      };
    },
    [room],
  );
  return useSyncExternalStore(
    subscribe,
    () => !room || hasHost(room),
    () => true,
  );
}

const hasHost = (room: Room) =>
  [...room.remoteParticipants.values()].some(
    ({ attributes, connectionQuality }) =>
      attributes.role === "host" && connectionQuality !== ConnectionQuality.Lost,
  );
