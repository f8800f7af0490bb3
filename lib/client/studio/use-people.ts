"use client";

import { useRoomContext } from "@livekit/components-react";
import { type Participant, type Room, RoomEvent } from "livekit-client";
import { useTranslations } from "next-intl";
import { useRoomValue } from "@/lib/client/room/use-room-value";
import { call } from "@/lib/client/server-api/api";
import { type AllowedSources, allowedSources } from "@/lib/client/stage/allowed-sources";
import type { WaitingGuest } from "@/lib/contracts/livestreams";
import type { removeParticipant } from "@/lib/contracts/restrictions";
import type { featureViewer, unfeatureViewer } from "@/lib/contracts/stage";

export type StagePerson = {
  identity: string;
  name: string;
  /** An encoder sends for the creator and has their name. */
  role: "host" | "encoder" | "guest";
  isMe: boolean;
  /** away: admitted, but not connected. backstage: a host who is connected and sends nothing. */
  presence: "on-stage" | "backstage" | "away";
  microphone: "on" | "off";
  camera: "on" | "off";
  /** The sources a host lets them send. */
  allowed: AllowedSources;
};

export type People = {
  stage: StagePerson[];
  /** Viewers who appear in the audience. Hidden viewers have no names. */
  visible: VisibleViewer[];
};

export type VisibleViewer = {
  identity: string;
  name: string;
  /** The account's id, as used by the chat. */
  account: string | null;
  /** A host has put them on stage. */
  featured: boolean;
  microphone: "on" | "off";
  camera: "on" | "off";
};

const changes = [
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.ParticipantPermissionsChanged,
  RoomEvent.ParticipantNameChanged,
  RoomEvent.ParticipantAttributesChanged,
  RoomEvent.TrackMuted,
  RoomEvent.TrackUnmuted,
  RoomEvent.TrackPublished,
  RoomEvent.TrackUnpublished,
  RoomEvent.LocalTrackPublished,
  RoomEvent.LocalTrackUnpublished,
  RoomEvent.ConnectionStateChanged,
] as const;

/** Someone in the room, in plain values: LiveKit mutates its own objects. */
type Present = Omit<StagePerson, "role" | "presence"> & {
  role: string | undefined;
  account: string | null;
  sends: boolean;
  mayPublish: boolean;
};

// A string, because a snapshot must compare equal until something changes.
const presentIn = ({ localParticipant, remoteParticipants }: Room) =>
  JSON.stringify([localParticipant, ...remoteParticipants.values()].map(toPresent));

const toPresent = (participant: Participant): Present => ({
  identity: participant.identity,
  name: participant.name ?? "",
  role: participant.attributes.role,
  account: participant.attributes.account ?? null,
  isMe: participant.isLocal,
  sends: participant.trackPublications.size > 0,
  mayPublish: participant.permissions?.canPublish === true,
  microphone: participant.isMicrophoneEnabled ? "on" : "off",
  camera: participant.isCameraEnabled ? "on" : "off",
  allowed: allowedSources(participant.permissions),
});

/**
 * The people in the surrounding room, as a host sees them. Guests are taken from the server's list,
 * not from the room. An encoder has no name there before the show, and the creator's here.
 */
export function usePeople(admitted: readonly WaitingGuest[], creator: string): People {
  const nameless = useTranslations("studio")("somebody");
  const present: Present[] = JSON.parse(useRoomValue(useRoomContext(), changes, presentIn, "[]"));
  const connected = new Map(present.map((each) => [each.identity, each]));
  const named = (wanted: string) =>
    present
      .filter(({ role }) => role === wanted)
      .map((each) => ({ ...each, name: each.name || nameless }));
  const guests = admitted.map((guest) => {
    const here = connected.get(guest.identity);
    return here ? toPerson({ ...here, name: guest.name }, "guest") : absent(guest);
  });
  return {
    stage: [
      ...named("host").map((host) => toPerson(host, "host")),
      ...named("encoder").map((encoder) => toPerson({ ...encoder, name: creator }, "encoder")),
      ...guests,
    ],
    visible: named("viewer")
      .map(toViewer)
      .sort((a, b) => a.name.localeCompare(b.name)),
  };
}

const toPerson = ({ sends, ...present }: Present, role: StagePerson["role"]): StagePerson => ({
  ...present,
  role,
  // The server decides a guest's place; this list only has those on stage.
  presence: role === "guest" || sends ? "on-stage" : "backstage",
});

const toViewer = ({ identity, name, account, mayPublish, microphone, camera }: Present) => ({
  identity,
  name,
  account,
  featured: mayPublish,
  microphone,
  camera,
});

const absent = ({ identity, name }: WaitingGuest): StagePerson => ({
  identity,
  name,
  role: "guest",
  isMe: false,
  presence: "away",
  microphone: "off",
  camera: "off",
  allowed: allowedSources(undefined),
});

/** Removes someone from the show. @throws ApiError */
export const removeFrom = (
  mint: string,
  body: { identity: string; ban: boolean; reason?: string; banSeconds?: number },
) =>
  call<typeof removeParticipant>("POST", "/livestreams/{mint}/removals", {
    params: { mint },
    body,
  });

/** Puts a visible viewer on stage, or takes them off. @throws ApiError */
export async function feature(mint: string, identity: string, on: boolean): Promise<void> {
  if (on) {
    await call<typeof featureViewer>("POST", "/livestreams/{mint}/stage", {
      params: { mint },
      body: { identity },
    });
  } else {
    await call<typeof unfeatureViewer>("DELETE", "/livestreams/{mint}/stage/{identity}", {
      params: { mint, identity },
    });
  }
}
