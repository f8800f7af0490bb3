"use client";

import { type Room, RoomEvent } from "livekit-client";
import { useMemo } from "react";
import { lookIn, plainLook } from "@/lib/client/room/look-in";
import { useRoomValue } from "@/lib/client/room/use-room-value";
import type { StageLook } from "@/lib/contracts/look";

const changes = [RoomEvent.RoomMetadataChanged, RoomEvent.ConnectionStateChanged] as const;

/** The look chosen by the hosts: from the room's metadata, otherwise from the page's data. */
export function useStageLook(room: Room | null, known: StageLook = plainLook): StageLook {
  const metadata = useRoomValue(room, changes, ({ metadata }) => metadata, undefined);
  const told = useMemo(() => lookIn(metadata), [metadata]);
  return told ?? known;
}
