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

// A string, because a snapshot must compare equal until something changes.
const identitiesIn = (room: Room) =>
  encodersIn(room)
    .map(({ identity }) => identity)
    .sort()
    .join(" ");

/** The identities of encoders currently sending over WHIP. */
export function useEncoders(room: Room | null): readonly string[] {
  const identities = useRoomValue(room, comings, identitiesIn, "");
  return useMemo(() => identities.split(" ").filter(Boolean), [identities]);
}

const cameras = [Track.Source.Camera];

/** The picture an encoder sends to the surrounding room. */
export const useEncoderPicture = (): TrackReference | undefined =>
  // A new array on each change, so that its contents are read again.
  useTracks(cameras)
    .filter(isTrackReference)
    .find(({ participant }) => participant.attributes.role === "encoder");

const sounds = [
  RoomEvent.ParticipantConnected,
  RoomEvent.TrackPublished,
  RoomEvent.TrackSubscribed,
] as const;

/** Unsubscribes from an encoder's sound: played next to the encoder, it would feed back. */
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
