/** What an identity can be in a room; the database, the event log and the gate take the list from here. */
export const participantRoles = ["host", "guest", "viewer", "agent", "encoder"] as const;
export type ParticipantRole = (typeof participantRoles)[number];

/** What the creator can make an account: a co-host, or somebody who may watch a private livestream. */
export const memberRoles = ["host", "viewer"] as const;
export type MemberRole = (typeof memberRoles)[number];

/** As what somebody writes in the chat. */
export const authorRoles = ["host", "guest", "viewer"] as const;
