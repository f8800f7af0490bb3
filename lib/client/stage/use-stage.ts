"use client";

import {
  isTrackReference,
  type TrackReference,
  type TrackReferenceOrPlaceholder,
  useTracks,
} from "@livekit/components-react";
import { type Participant, RoomEvent, Track } from "livekit-client";
import { useCaptureChoices } from "@/lib/client/devices/capture/use-capture";
import { useOwnTrack } from "@/lib/client/devices/use-own-track";
import { isHosts, isOnStage } from "@/lib/client/room/on-stage";

export type StageTile = {
  key: string;
  kind: "face" | "screen";
  participant: Participant;
  /** Empty if unnamed. */
  name: string;
  /** Null while the camera is off. */
  picture: TrackReference | null;
  microphone: "on" | "off";
  /** People expect a mirror image of their own face only: not of a phone's back camera. */
  mirrored: boolean;
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

/**
 * Everyone on stage in the surrounding room: screens first, then hosts, then the others by joining
 * time.
 */
export function useStage(): StageTile[] {
  // A new array on each of these changes, so that its contents are read again.
  const tracks: TrackReferenceOrPlaceholder[] = useTracks(sources, changes);
  const { facesAway } = useOwnTrack("camera");
  const { mirror } = useCaptureChoices();
  return tracks
    .filter(
      ({ participant, source }) => isOnStage(participant) && !isOwnScreen(participant, source),
    )
    .map((track) => toTile(track, mirror && !facesAway))
    .sort((a, b) => rank(a) - rank(b) || joined(a) - joined(b) || (a.key < b.key ? -1 : 1));
}

/** Showing someone their own shared screen would nest it endlessly. */
const isOwnScreen = (participant: Participant, source: Track.Source) =>
  participant.isLocal && source === Track.Source.ScreenShare;

function toTile(track: TrackReferenceOrPlaceholder, mirrors: boolean): StageTile {
  const { participant, source } = track;
  const shows = isTrackReference(track) && !track.publication.isMuted;
  return {
    key: `${participant.identity} ${source}`,
    kind: source === Track.Source.ScreenShare ? "screen" : "face",
    participant,
    name: participant.name ?? "",
    picture: shows ? track : null,
    microphone: participant.isMicrophoneEnabled ? "on" : "off",
    mirrored: participant.isLocal && source === Track.Source.Camera && mirrors,
  };
}

const rank = ({ kind, participant }: StageTile) =>
  kind === "screen" ? 0 : isHosts(participant) ? 1 : 2;

const joined = ({ participant }: StageTile) => participant.joinedAt?.getTime() ?? 0;
