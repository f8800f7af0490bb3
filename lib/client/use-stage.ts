"use client";

import {
  isTrackReference,
  type TrackReference,
  type TrackReferenceOrPlaceholder,
  useTracks,
} from "@livekit/components-react";
import { type Participant, RoomEvent, Track } from "livekit-client";

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

/**
 * Display only: who may publish is LiveKit's to enforce. A host may run the room from backstage, so
 * only what they send brings them on stage; a guest was admitted to it, a viewer was put there.
 */
function isOnStage(participant: Participant): boolean {
  const { attributes, permissions, trackPublications } = participant;
  if (permissions?.hidden) return false;
  const { role } = attributes;
  if (trackPublications.size > 0 && (isHosts(participant) || role === "guest")) return true;
  return (role === "guest" || role === "viewer") && permissions?.canPublish === true;
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

/** A host, or the encoder that sends for one. */
const isHosts = ({ attributes: { role } }: Participant) => role === "host" || role === "encoder";

const joined = ({ participant }: StageTile) => participant.joinedAt?.getTime() ?? 0;
