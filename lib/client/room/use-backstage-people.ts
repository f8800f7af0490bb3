"use client";

import { isTrackReference, type TrackReference, useTracks } from "@livekit/components-react";
import { type Room, RoomEvent, Track } from "livekit-client";
import { type BackstageCrowd, crowdOf } from "./backstage-people";
import { isHosts, isOnStage } from "./on-stage";
import { useRoomValue } from "./use-room-value";

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

const stageChanges = [
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.TrackPublished,
  RoomEvent.TrackUnpublished,
  RoomEvent.ParticipantPermissionsChanged,
  RoomEvent.ParticipantAttributesChanged,
  RoomEvent.ConnectionStateChanged,
] as const;

/** Identities, separated by spaces. A guest on stage may be allowed to send nothing. */
const onStageIn = ({ remoteParticipants }: Room): string =>
  [...remoteParticipants.values()]
    .filter((person) => isOnStage(person) || person.attributes.gate === "stage")
    .map(({ identity }) => identity)
    .join(" ");

/**
 * Everyone else in the surrounding backstage room, in the order they came. People on stage in the show
 * are in the room too, and appear only while they send something there.
 */
export function useBackstagePeople(show: Room | null): BackstageCrowd {
  const onStage = useRoomValue(show, stageChanges, onStageIn, "");
  // A new array on each of these changes, so that its contents are read again.
  const tracks = useTracks(sources, changes);
  const open = tracks.filter(isTrackReference).filter(({ publication }) => !publication.isMuted);
  const openOf = (identity: string, wanted: Track.Source) =>
    open.find(
      ({ participant, source }) => participant.identity === identity && source === wanted,
    ) ?? null;
  const others = tracks
    .filter(({ participant, source }) => source === Track.Source.Camera && !participant.isLocal)
    .sort((a, b) => joinedMs(a) - joinedMs(b))
    .map(({ participant }) => ({
      identity: participant.identity,
      name: participant.name ?? "",
      picture: openOf(participant.identity, Track.Source.Camera),
      sound: openOf(participant.identity, Track.Source.Microphone)?.publication.track
        ?.mediaStreamTrack,
      isHost: isHosts(participant),
    }));
  return crowdOf(others, onStage.split(" "));
}

const joinedMs = ({ participant }: Pick<TrackReference, "participant">) =>
  participant.joinedAt?.getTime() ?? 0;
