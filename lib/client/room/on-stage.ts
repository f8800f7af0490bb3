import type { Participant } from "livekit-client";

/**
 * Display only: who may publish is LiveKit's to enforce. A host may run the room from backstage, so
 * only what they send brings them on stage; a guest was admitted to it, a viewer was put there.
 */
export function isOnStage(participant: Participant): boolean {
  const { attributes, permissions, trackPublications } = participant;
  if (permissions?.hidden) return false;
  const { role } = attributes;
  if (trackPublications.size > 0 && (isHosts(participant) || role === "guest")) return true;
  return (role === "guest" || role === "viewer") && permissions?.canPublish === true;
}

/** A host, or the encoder that sends for one. */
export const isHosts = ({ attributes: { role } }: Participant) =>
  role === "host" || role === "encoder";
