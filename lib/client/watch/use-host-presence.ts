"use client";

import { ConnectionQuality, type Room, RoomEvent } from "livekit-client";
import { useEffect, useState } from "react";
import { useRoomValue } from "@/lib/client/room/use-room-value";

const changes = [
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.ParticipantAttributesChanged,
  RoomEvent.ConnectionQualityChanged,
  RoomEvent.ConnectionStateChanged,
  RoomEvent.TrackPublished,
  RoomEvent.TrackUnpublished,
] as const;
/** Going live and the host's tracks reach a viewer one after the other. */
const graceMs = 3_000;

/**
 * Whether a host, or an encoder sending for one, is on stage rather than backstage. True without a
 * room, when this cannot be known.
 */
export function useHostPresence(room: Room | null): boolean {
  const place = useRoomValue(room, changes, hostPlace, "stage");
  const settled = useSettled(room);
  return place === "stage" || (place === "backstage" && !settled);
}

function useSettled(room: Room | null): boolean {
  const [settled, setSettled] = useState<Room | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(room), graceMs);
    return () => clearTimeout(timer);
  }, [room]);
  return settled === room;
}

/** A host may run the room unseen: only published tracks bring them on stage. */
function hostPlace(room: Room): "stage" | "backstage" | "away" {
  const hosts = [...room.remoteParticipants.values()].filter(
    ({ attributes, connectionQuality }) =>
      (attributes.role === "host" || attributes.role === "encoder") &&
      connectionQuality !== ConnectionQuality.Lost,
  );
  if (hosts.some(({ trackPublications }) => trackPublications.size > 0)) return "stage";
  return hosts.length > 0 ? "backstage" : "away";
}
