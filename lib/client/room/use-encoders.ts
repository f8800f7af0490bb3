"use client";

import { isTrackReference, type TrackReference, useTracks } from "@livekit/components-react";
import { type Room, RoomEvent, Track } from "livekit-client";
import { useEffect, useMemo } from "react";
import { useRoomValue } from "./use-room-value";

const comings = [
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.ParticipantAttributesChanged,
  RoomEvent.ConnectionStateChanged,
] as const;

const encodersIn = (room: Room) =>
  [...room.remoteParticipants.values()].filter(({ attributes }) => attributes.role === "encoder");

// As text, since a snapshot must be equal to itself until something changes.
const identitiesIn = (room: Room) =>
  encodersIn(room)
    .map(({ identity }) => identity)
    .sort()
    .join(" ");

/** Who sends into the room over WHIP just now, by identity. */
export function useEncoders(room: Room | null): readonly string[] {
  const identities = useRoomValue(room, comings, identitiesIn, "");
  return useMemo(() => identities.split(" ").filter(Boolean), [identities]);
}

const cameras = [Track.Source.Camera];

/** What an encoder sends into the room around. */
export const useEncoderPicture = (): TrackReference | undefined =>
  // A new list at each change: its contents are read again then.
  useTracks(cameras)
    .filter(isTrackReference)
    .find(({ participant }) => participant.attributes.role === "encoder");

const sounds = [
  RoomEvent.ParticipantConnected,
  RoomEvent.TrackPublished,
  RoomEvent.TrackSubscribed,
] as const;

/** Leaves an encoder's sound where it is: played beside it, it would come back into it. */
export function useUnheardEncoder(room: Room | null): void {
  useEffect(() => {
    if (!room) return;
    const silence = () => {
      for (const { audioTrackPublications } of encodersIn(room)) {
        for (const sound of audioTrackPublications.values()) {
          if (sound.isDesired) sound.setSubscribed(false);
        }
      }
    };
    silence();
    for (const event of sounds) room.on(event, silence);
    return () => {
      for (const event of sounds) room.off(event, silence);
    };
  }, [room]);
}
