"use client";

import type { Room, RoomEvent } from "livekit-client";
import { useCallback, useSyncExternalStore } from "react";

/**
 * A value of a room, read on each of these events and never missed between two renders. `events`
 * must be a stable array, and `read` must return equal values until something changes.
 */
export function useRoomValue<T>(
  room: Room | null,
  events: readonly RoomEvent[],
  read: (room: Room) => T,
  withoutRoom: T,
): T {
  const subscribe = useCallback(
    (changed: () => void) => {
      for (const event of events) room?.on(event, changed);
      return () => {
        for (const event of events) room?.off(event, changed);
      };
    },
    [room, events],
  );
  return useSyncExternalStore(
    subscribe,
    () => (room ? read(room) : withoutRoom),
    () => withoutRoom,
  );
}
