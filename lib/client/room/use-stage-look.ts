"use client";

import { type Room, RoomEvent } from "livekit-client";
import { useMemo } from "react";
import { brandIn, lookIn, plainLook } from "@/lib/client/room/look-in";
import { useRoomValue } from "@/lib/client/room/use-room-value";
import type { Brand } from "@/lib/contracts/accounts/brand";
import type { StageLook } from "@/lib/contracts/look";

const changes = [RoomEvent.RoomMetadataChanged, RoomEvent.ConnectionStateChanged] as const;

/** The look chosen by the hosts: from the room's metadata, otherwise from the page's data. */
export function useStageLook(room: Room | null, known: StageLook = plainLook): StageLook {
  const metadata = useMetadata(room);
  const told = useMemo(() => lookIn(metadata), [metadata]);
  return told ?? known;
}

/** The brand kit that the show uses; null for none. From the same sources. */
export function useStageBrand(room: Room | null, known: Brand | null): Brand | null {
  const metadata = useMetadata(room);
  const told = useMemo(() => brandIn(metadata), [metadata]);
  return told === undefined ? known : told;
}

const useMetadata = (room: Room | null): string | undefined =>
  useRoomValue(room, changes, ({ metadata }) => metadata, undefined);
