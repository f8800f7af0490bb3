"use client";

import {
  isTrackReference,
  type TrackReference,
  type TrackReferenceOrPlaceholder,
  useTracks,
} from "@livekit/components-react";
import { type Participant, RoomEvent, Track } from "livekit-client";
import { isHosts, isOnStage } from "./on-stage";

export type StageTile = {
  key: string;
  kind: "face" | "screen";
  participant: Participant;
  /** Empty for somebody without one. */
  name: string;
  /** Null while the camera is off. */
  picture: TrackReference | null;
  microphone: "on" | "off";
};

const sources = [
  { source: Track.Source.ScreenShare, withPlaceholder: false },
  { source: Track.Source.Camera, withPlaceholder: true },
];
const changes = {
  updateOnlyOn: [
    RoomEvent.TrackMuted,
    RoomEvent.TrackUnmuted,
    RoomEvent.ParticipantPermissionsChanged,
    RoomEvent.ParticipantAttributesChanged,
    RoomEvent.ParticipantNameChanged,
  ],
};

/** Everybody on stage in the room around, screens first, then hosts, then the others as they came. */
export function useStage(): StageTile[] {
  const tracks: TrackReferenceOrPlaceholder[] = useTracks(sources, changes);
  return tracks
    .filter(
      ({ participant, source }) => isOnStage(participant) && !isOwnScreen(participant, source),
    )
    .map(toTile)
    .sort((a, b) => rank(a) - rank(b) || joined(a) - joined(b) || (a.key < b.key ? -1 : 1));
}

/** One's own screen within itself is a tunnel without an end. */
const isOwnScreen = (participant: Participant, source: Track.Source) =>
  participant.isLocal && source === Track.Source.ScreenShare;

function toTile(track: TrackReferenceOrPlaceholder): StageTile {
  const { participant, source } = track;
  const shows = isTrackReference(track) && !track.publication.isMuted;
  return {
    key: `${participant.identity} ${source}`,
    kind: source === Track.Source.ScreenShare ? "screen" : "face",
    participant,
    name: participant.name ?? "",
    picture: shows ? track : null,
    microphone: participant.isMicrophoneEnabled ? "on" : "off",
  };
}

const rank = ({ kind, participant }: StageTile) =>
  kind === "screen" ? 0 : isHosts(participant) ? 1 : 2;

const joined = ({ participant }: StageTile) => participant.joinedAt?.getTime() ?? 0;
