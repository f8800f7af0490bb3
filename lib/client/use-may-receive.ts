"use client";

import { useRoomContext } from "@livekit/components-react";
import { RoomEvent } from "livekit-client";
import { useCallback, useSyncExternalStore } from "react";

/**
 * Whether LiveKit sends this participant anything. Read anew at each change: going live tells a waiting
 * guest of the show and of this permission within a few milliseconds, and neither may be missed.
 */
export function useMayReceive(): boolean {
  const room = useRoomContext();
  const subscribe = useCallback(
    (changed: () => void) => {
      room.on(RoomEvent.ParticipantPermissionsChanged, changed);
      return () => {
        room.off(RoomEvent.ParticipantPermissionsChanged, changed);
      };
    },
    [room],
  );
  return useSyncExternalStore(
    subscribe,
    () => room.localParticipant.permissions?.canSubscribe ?? false,
    () => false,
  );
}
