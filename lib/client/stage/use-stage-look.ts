"use client";

import { type Room, RoomEvent } from "livekit-client";
import { useMemo } from "react";
import { useRoomValue } from "@/lib/client/room/use-room-value";
import type { StageLook } from "@/lib/contracts/look";
import { lookIn, plainLook } from "./stage-look";

const changes = [RoomEvent.RoomMetadataChanged, RoomEvent.ConnectionStateChanged] as const;

/** What the hosts decided about the picture: as the room tells it, else as the page knows it. */
export function useStageLook(room: Room | null, known: StageLook = plainLook): StageLook {
  const metadata = useRoomValue(room, changes, ({ metadata }) => metadata, undefined);
  const told = useMemo(() => lookIn(metadata), [metadata]);
  return told ?? known;
}
