"use client";

import { type Room, RoomEvent } from "livekit-client";
import { useCallback, useMemo, useSyncExternalStore } from "react";
import type { StageLook } from "@/lib/contracts/look";
import { lookIn, plainLook } from "./stage-look";

const changes = [RoomEvent.RoomMetadataChanged, RoomEvent.ConnectionStateChanged] as const;

/** What the hosts decided about the picture: as the room tells it, else as the page knows it. */
export function useStageLook(room: Room | null, known: StageLook = plainLook): StageLook {
  const subscribe = useCallback(
    (changed: () => void) => {
      for (const event of changes) room?.on(event, changed);
      return () => {
        for (const event of changes) room?.off(event, changed);
      };
    },
    [room],
  );
  const metadata = useSyncExternalStore(
    subscribe,
    () => room?.metadata,
    () => undefined,
  );
  const told = useMemo(() => lookIn(metadata), [metadata]);
  return told ?? known;
}
