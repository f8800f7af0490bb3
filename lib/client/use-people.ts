"use client";

import { useParticipants } from "@livekit/components-react";
import type { Participant } from "livekit-client";
import type { removeParticipant, WaitingGuest } from "@/lib/contracts/livestreams";
import { call } from "./api";

export type StagePerson = {
  identity: string;
  name: string;
  role: "host" | "guest";
  isMe: boolean;
  /** away: admitted, but not connected just now. backstage: connected and sends nothing. */
  presence: "on-stage" | "backstage" | "away";
  microphone: "on" | "off";
  camera: "on" | "off";
};

export type People = {
  stage: StagePerson[];
  /** Viewers who appear in the audience; the hidden ones nobody knows by name. */
  visible: { identity: string; name: string }[];
};

/** Who is in the room around, as a host sees it. Guests come from the server's list, not from the room. */
export function usePeople(admitted: readonly WaitingGuest[]): People {
  const participants = useParticipants();
  const connected = new Map(participants.map((participant) => [participant.identity, participant]));
  const hosts = participants
    .filter(({ attributes }) => attributes.role === "host")
    .map((host) => toPerson(host, "host"));
  const guests = admitted.map((guest) => {
    const participant = connected.get(guest.identity);
    return participant ? toPerson(participant, "guest", guest.name) : absent(guest);
  });
  const visible = participants
    .filter(({ attributes }) => attributes.role === "viewer")
    .map(({ identity, name }) => ({ identity, name: name || "Somebody" }))
    .sort((a, b) => a.name.localeCompare(b.name));
  return { stage: [...hosts, ...guests], visible };
}

function toPerson(participant: Participant, role: StagePerson["role"], name = ""): StagePerson {
  return {
    identity: participant.identity,
    name: name || participant.name || "Somebody",
    role,
    isMe: participant.isLocal,
    presence: participant.trackPublications.size > 0 ? "on-stage" : "backstage",
    microphone: participant.isMicrophoneEnabled ? "on" : "off",
    camera: participant.isCameraEnabled ? "on" : "off",
  };
}

const absent = ({ identity, name }: WaitingGuest): StagePerson => ({
  identity,
  name,
  role: "guest",
  isMe: false,
  presence: "away",
  microphone: "off",
  camera: "off",
});

/** Takes somebody out of the show. @throws ApiError */
export const removeFrom = (mint: string, identity: string, ban: boolean) =>
  call<typeof removeParticipant>("POST", "/livestreams/{mint}/removals", {
    params: { mint },
    body: { identity, ban },
  });
