/** A participant's role in a room, as used by the database, the event log and the gate. */
export const participantRoles = [
  "host",
  "guest",
  "viewer",
  "agent",
  "encoder",
  "programme",
] as const;
export type ParticipantRole = (typeof participantRoles)[number];

/** Roles the creator can assign: co-host, moderator, or viewer of a private livestream. */
export const memberRoles = ["host", "moderator", "viewer"] as const;
export type MemberRole = (typeof memberRoles)[number];

/** The role of a chat message's author. `visitor`: has no account, and chose the name. */
export const authorRoles = ["host", "moderator", "guest", "viewer", "visitor"] as const;
