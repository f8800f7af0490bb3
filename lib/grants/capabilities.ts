/** A person's role in a livestream. */
export type Role =
  | "creator"
  /** A co-host. */
  | "host"
  /** Moderates the chat and the audience, from the watch page. */
  | "moderator"
  /** An invited viewer of a private livestream. */
  | "viewer"
  /** Admitted with an invite, with or without an account. */
  | "guest"
  /** An organization's admin who may decide about an invite's guests (lib/guests/decider.ts). */
  | "invite-admin"
  /** Writes in the chat without an account. */
  | "visitor"
  | "anyone";

const creator: readonly Role[] = ["creator"];
const hosts: readonly Role[] = ["creator", "host"];
const moderators: readonly Role[] = ["creator", "host", "moderator"];
const everyone: readonly Role[] = [
  ...moderators,
  "viewer",
  "guest",
  "invite-admin",
  "visitor",
  "anyone",
];

/**
 * The one table of what each role may do, in the API and on pages; permissions inside a room are in
 * lib/grants/grants.ts. Used by server and browser. It does not cover state: an ended show or a
 * banned person is handled in each action.
 */
export const capabilities = {
  "manage-members": creator,
  "manage-stream-keys": creator,
  /** The copy has the same co-hosts and viewers. */
  duplicate: creator,
  delete: creator,

  "open-studio": hosts,
  /** Takes a host's seat in the room, and tests the connection first. */
  "join-as-host": hosts,
  /** Runs a live show without being seen. A creator's place in it is the stage. */
  "run-from-backstage": ["host"],
  /** The details and the cover. */
  edit: hosts,
  "go-live": hosts,
  /** Ends a live show, and cancels one that has not begun. */
  end: hosts,
  "send-frame": hosts,
  "arrange-stage": hosts,
  "feature-viewers": hosts,
  /** Mutes a participant, asks them to unmute, and limits what they may send. */
  "control-sources": hosts,
  "place-guests": hosts,
  "admit-all-guests": hosts,
  /** Creates and lists invites. */
  invite: hosts,
  /** Creates, replaces and turns off the link to the programme. */
  "manage-programme-link": hosts,
  /** Other hosts' invites; everyone may revoke their own. */
  "revoke-invites": hosts,
  /** Removes, bans and unbans viewers and people in the chat. */
  remove: moderators,
  /** The same for guests, viewers on stage and encoders. */
  "remove-from-stage": hosts,
  /** Mutes and unmutes people in the chat, and lists the muted. */
  mute: moderators,
  /** Other people's messages; everyone may delete their own. */
  "delete-messages": moderators,
  /** Sees which messages were reported and why, and dismisses the reports. */
  "handle-reports": moderators,
  /** Slow mode, and whether people can chat without an account. */
  "set-chat-rules": moderators,
  "chat-as-host": hosts,
  /** Cannot be muted or removed, ignores slow mode, and can read a private show despite a ban. */
  "ignore-moderation": moderators,
  "list-members": hosts,
  "read-event-log": hosts,
  "read-summary": hosts,
  "see-webhook-silence": hosts,

  /** Sees guests in the waiting room and their pictures; admits, denies and messages them. */
  "decide-guests": [...hosts, "invite-admin"],
  "chat-backstage": [...hosts, "guest"],
  "watch-private": [...moderators, "viewer"],
  /** Public and unlisted shows. */
  watch: everyone,
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof capabilities;

/** Whether a role may do this; null is a stranger. */
export const may = (role: Role | null, action: Action): boolean =>
  rolesThatMay(action).includes(role ?? "anyone");

export const rolesThatMay = (action: Action): readonly Role[] => capabilities[action];
