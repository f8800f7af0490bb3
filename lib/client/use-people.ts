"use client";

import { useParticipants } from "@livekit/components-react";
import type { Participant } from "livekit-client";
import { useTranslations } from "next-intl";
import type { removeParticipant, WaitingGuest } from "@/lib/contracts/livestreams";
import type { featureViewer, unfeatureViewer } from "@/lib/contracts/stage";
import { type AllowedSources, allowedSources } from "./allowed-sources";
import { call } from "./api";

export type StagePerson = {
  identity: string;
  name: string;
  /** An encoder sends for the creator, whose name it has. */
  role: "host" | "encoder" | "guest";
  isMe: boolean;
  /** away: admitted, but not connected just now. backstage: a host who is connected and sends nothing. */
  presence: "on-stage" | "backstage" | "away";
  microphone: "on" | "off";
  camera: "on" | "off";
  /** What a host leaves them to send. */
  allowed: AllowedSources;
};

export type People = {
  stage: StagePerson[];
  /** Viewers who appear in the audience; the hidden ones nobody knows by name. */
  visible: VisibleViewer[];
};

export type VisibleViewer = {
  identity: string;
  name: string;
  /** The account's id, by which the chat knows them. */
  account: string | null;
  /** A host has put them on stage. */
  featured: boolean;
  microphone: "on" | "off";
  camera: "on" | "off";
};

/** Who is in the room around, as a host sees it. Guests come from the server's list, not from the room. */
export function usePeople(admitted: readonly WaitingGuest[]): People {
  const nameless = useTranslations("studio")("somebody");
  const participants = useParticipants();
  const connected = new Map(participants.map((participant) => [participant.identity, participant]));
  const hosts = participants
    .filter(({ attributes }) => attributes.role === "host")
    .map((host) => toPerson(host, "host", host.name || nameless));
  const encoders = participants
    .filter(({ attributes }) => attributes.role === "encoder")
    .map((encoder) => toPerson(encoder, "encoder", encoder.name || nameless));
  const guests = admitted.map((guest) => {
    const participant = connected.get(guest.identity);
    return participant ? toPerson(participant, "guest", guest.name) : absent(guest);
  });
  const visible = participants
    .filter(({ attributes }) => attributes.role === "viewer")
    .map((viewer) => toViewer(viewer, nameless))
    .sort((a, b) => a.name.localeCompare(b.name));
  return { stage: [...hosts, ...encoders, ...guests], visible };
}

function toPerson(participant: Participant, role: StagePerson["role"], name: string): StagePerson {
  return {
    identity: participant.identity,
    name,
    role,
    isMe: participant.isLocal,
    // A guest's place is the server's to say; here are only those on stage.
    presence: role === "guest" || participant.trackPublications.size > 0 ? "on-stage" : "backstage",
    microphone: participant.isMicrophoneEnabled ? "on" : "off",
    camera: participant.isCameraEnabled ? "on" : "off",
    allowed: allowedSources(participant.permissions),
  };
}

const toViewer = (viewer: Participant, nameless: string): VisibleViewer => ({
  identity: viewer.identity,
  name: viewer.name || nameless,
  account: viewer.attributes.account ?? null,
  featured: viewer.permissions?.canPublish === true,
  microphone: viewer.isMicrophoneEnabled ? "on" : "off",
  camera: viewer.isCameraEnabled ? "on" : "off",
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

/** Takes somebody out of the show. @throws ApiError */
export const removeFrom = (mint: string, identity: string, ban: boolean) =>
  call<typeof removeParticipant>("POST", "/livestreams/{mint}/removals", {
    params: { mint },
    body: { identity, ban },
  });

/** Lets a visible viewer be seen and heard, or no more. @throws ApiError */
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
