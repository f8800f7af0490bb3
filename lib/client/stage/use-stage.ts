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
import { fileTrackName } from "./shared-file/file-rules";

export type StageTile = {
  key: string;
  kind: "face" | "screen";
  /** A video or picture from their disk, which takes the place of a screen. */
  isFile: boolean;
  participant: Participant;
  /** Empty if unnamed. */
  name: string;
  /** Null while the camera is off. */
  picture: TrackReference | null;
  microphone: "on" | "off";
  /** Their voice; undefined while the microphone is off. */
  sound: MediaStreamTrack | undefined;
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
 * Everyone on stage in the surrounding room: as the hosts put them in order, then screens, then
 * hosts, then the others by joining time.
 */
export function useStage(order: readonly string[] = []): StageTile[] {
  // A new array on each of these changes, so that its contents are read again.
  const tracks: TrackReferenceOrPlaceholder[] = useTracks(sources, changes);
  const { facesAway } = useOwnTrack("camera");
  const { mirror } = useCaptureChoices();
  // Their own microphone can be exchanged without an event of the room.
  const own = useOwnTrack("microphone");
  return tracks
    .filter(({ participant }) => isOnStage(participant))
    .map((track) => toTile(track, mirror && !facesAway, own.media))
    .sort(
      (a, b) =>
        placeIn(order, a) - placeIn(order, b) ||
        rank(a) - rank(b) ||
        joined(a) - joined(b) ||
        (a.key < b.key ? -1 : 1),
    );
}

function placeIn(order: readonly string[], { participant: { identity } }: StageTile): number {
  const index = order.indexOf(identity);
  return index < 0 ? order.length : index;
}

function toTile(
  track: TrackReferenceOrPlaceholder,
  mirrors: boolean,
  ownVoice: MediaStreamTrack | null,
): StageTile {
  const { participant, source } = track;
  const shows = isTrackReference(track) && !track.publication.isMuted;
  const isFile = track.publication?.trackName === fileTrackName;
  return {
    key: `${participant.identity} ${source}`,
    kind: source === Track.Source.ScreenShare ? "screen" : "face",
    isFile,
    participant,
    name: participant.name ?? "",
    picture: shows ? track : null,
    microphone: participant.isMicrophoneEnabled ? "on" : "off",
    sound: participant.isMicrophoneEnabled
      ? participant.isLocal
        ? (ownVoice ?? undefined)
        : participant.getTrackPublication(Track.Source.Microphone)?.track?.mediaStreamTrack
      : undefined,
    mirrored: participant.isLocal && source === Track.Source.Camera && mirrors,
  };
}

const rank = ({ kind, participant }: StageTile) =>
  kind === "screen" ? 0 : isHosts(participant) ? 1 : 2;

const joined = ({ participant }: StageTile) => participant.joinedAt?.getTime() ?? 0;
