import type { Participant } from "livekit-client";

/**
 * Display only: LiveKit enforces who may publish. A host may run the room from backstage and is on
 * stage only with something published. Guests were admitted to the stage, and viewers were put
 * there.
 */
export function isOnStage(participant: Participant): boolean {
  const { attributes, permissions, trackPublications } = participant;
  if (permissions?.hidden) return false;
  const { role } = attributes;
  if (trackPublications.size > 0 && (isHosts(participant) || role === "guest")) return true;
  return (role === "guest" || role === "viewer") && permissions?.canPublish === true;
}

/** A host, or the encoder sending for one. */
export const isHosts = ({ attributes: { role } }: Participant) =>
  role === "host" || role === "encoder";
