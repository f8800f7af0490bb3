import type { Participant } from "livekit-client";

/**
 * Display only: LiveKit enforces who may publish. A host may run the room from backstage, and a guest
 * counts down before going on air: both are on stage only with something published. Viewers were put
 * there, and choose what to send.
 */
export function isOnStage(participant: Participant): boolean {
  const { attributes, permissions, trackPublications } = participant;
  if (permissions?.hidden) return false;
  const { role } = attributes;
  if (trackPublications.size > 0 && (isHosts(participant) || role === "guest")) return true;
  return role === "viewer" && permissions?.canPublish === true;
}

/** A host, or the encoder sending for one. */
export const isHosts = ({ attributes: { role } }: Participant) =>
  role === "host" || role === "encoder";
