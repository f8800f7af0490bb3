/** What somebody is to a livestream. */
export type Role =
  | "creator"
  /** A co-host. */
  | "host"
  /** On the list of a private livestream. */
  | "viewer"
  /** Admitted by an invite, with or without an account. */
  | "guest"
  /** An organization's admin whom a guest's invite lets decide (lib/guests/decider.ts). */
  | "invite-admin"
  | "anyone";

const creator: readonly Role[] = ["creator"];
const hosts: readonly Role[] = ["creator", "host"];
const everyone: readonly Role[] = ["creator", "host", "viewer", "guest", "invite-admin", "anyone"];

/**
 * The one table of what each role may do by API and by page; what a seat may do in a room is
 * lib/grants/grants.ts. Server and browser read it. It knows no status: that a show has ended, or
 * that somebody is banned from it, is decided where the action is.
 */
export const capabilities = {
  "manage-members": creator,
  "manage-stream-keys": creator,

  "open-studio": hosts,
  /** Takes a host's seat in the room, and tests the connection first. */
  "join-as-host": hosts,
  /** Runs a live show without being seen; a creator's place in it is the stage. */
  "run-from-backstage": ["host"],
  /** The details and the cover. */
  edit: hosts,
  "go-live": hosts,
  end: hosts,
  "send-frame": hosts,
  "arrange-stage": hosts,
  "feature-viewers": hosts,
  /** Silences a participant, asks them to unmute, and limits what they may send. */
  "control-sources": hosts,
  "place-guests": hosts,
  "admit-all-guests": hosts,
  /** Creates invites and lists them. */
  invite: hosts,
  /** Those of other hosts; everybody may revoke their own. */
  "revoke-invites": hosts,
  remove: hosts,
  /** Mutes somebody in the chat, unmutes them, and lists the muted. */
  mute: hosts,
  /** Those of others; everybody may delete their own. */
  "delete-messages": hosts,
  "chat-as-host": hosts,
  /** Cannot be muted or removed, writes through slow mode, and reads a private show despite a ban. */
  "ignore-moderation": hosts,
  "list-members": hosts,
  "read-event-log": hosts,
  "read-summary": hosts,
  "see-webhook-silence": hosts,

  /** Sees guests in the waiting room and their pictures, admits, denies and messages them. */
  "decide-guests": [...hosts, "invite-admin"],
  "chat-backstage": [...hosts, "guest"],
  "watch-private": [...hosts, "viewer"],
  /** What is public or unlisted. */
  watch: everyone,
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof capabilities;

/** Whether a role may do this; null is a stranger's. */
export const may = (role: Role | null, action: Action): boolean =>
  rolesThatMay(action).includes(role ?? "anyone");

export const rolesThatMay = (action: Action): readonly Role[] => capabilities[action];
