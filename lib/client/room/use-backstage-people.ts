"use client";

import { isTrackReference, type TrackReference, useTracks } from "@livekit/components-react";
import { RoomEvent, Track } from "livekit-client";

/** Someone else who is seen or heard in the backstage room. */
export type BackstagePerson = {
  identity: string;
  /** Empty if unnamed. */
  name: string;
  /** Null while the camera is off. */
  picture: TrackReference | null;
  /** Their voice; undefined while the microphone is off. */
  sound: MediaStreamTrack | undefined;
};

const sources = [
  { source: Track.Source.Camera, withPlaceholder: true },
  { source: Track.Source.Microphone, withPlaceholder: false },
];
const changes = {
  updateOnlyOn: [
    RoomEvent.TrackMuted,
    RoomEvent.TrackUnmuted,
    RoomEvent.ParticipantAttributesChanged,
    RoomEvent.ParticipantNameChanged,
  ],
};

/**
 * Everyone else who is seen or heard in the surrounding backstage room, in the order they came. Guests on stage
 * and silent hosts are in the room too, and send nothing there.
 */
export function useBackstagePeople(): BackstagePerson[] {
  // A new array on each of these changes, so that its contents are read again.
  const tracks = useTracks(sources, changes);
  const open = tracks.filter(isTrackReference).filter(({ publication }) => !publication.isMuted);
  const voices = open.filter(({ source }) => source === Track.Source.Microphone);
  return tracks
    .filter(({ participant, source }) => source === Track.Source.Camera && !participant.isLocal)
    .sort((a, b) => joinedMs(a) - joinedMs(b))
    .map(({ participant: { identity, name = "" } }) => ({
      identity,
      name,
      picture:
        open.find(
          (each) => each.source === Track.Source.Camera && each.participant.identity === identity,
        ) ?? null,
      sound: voices.find((each) => each.participant.identity === identity)?.publication.track
        ?.mediaStreamTrack,
    }))
    .filter(({ picture, sound }) => picture || sound);
}

const joinedMs = ({ participant }: Pick<TrackReference, "participant">) =>
  participant.joinedAt?.getTime() ?? 0;
