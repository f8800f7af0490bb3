import type { z } from "zod";
import type { guestState } from "@/lib/contracts/guests";
import type { RoomToken } from "@/lib/contracts/tokens";
import type { JoinEnding, Trouble } from "./join-ending";

/** What the server says of an invite and of this browser's guest. */
export type GuestState = z.infer<typeof guestState.response>;

export type JoinPlace =
  | { name: "loading" }
  /** `returning`: the host has admitted this guest before, in another tab or on an earlier day. */
  | { name: "preview"; returning: boolean; problem: Trouble | null }
  | { name: "knocking" }
  | { name: "waiting" }
  /** Admitted, and on the way to the stage. */
  | { name: "entering" }
  /** Admitted, and sees and hears the show unseen until a host puts them on stage. */
  | { name: "backstage" }
  | { name: "stage" }
  | { name: "over"; why: JoinEnding };

/** What the hook does now; its outcome comes back as an event. */
export type JoinTask =
  | { do: "ask-state"; afterMs: number }
  | { do: "fetch-token"; guestName: string; afterMs: number }
  | { do: "leave"; mint: string; afterMs: number };

/** Where LiveKit has this guest: in the lobby of a private show a host's "yes" only calls them out. */
export type GuestSeat = "waiting" | "called" | "backstage" | "stage";

export type JoinState = {
  place: JoinPlace;
  visit: GuestState | null;
  task: JoinTask | null;
  /** The token of the connection that should stand. */
  pass: RoomToken | null;
  link: "none" | "steady" | "lost";
  /** Failures in a row; a connection that held for a while begins anew. */
  tries: number;
  steadySinceMs: number | null;
  /** Where a host has just sent a guest who was further: said until the next change. */
  moved: "backstage" | "waiting" | null;
  trouble: Trouble | null;
  /** A reload takes the place back by itself; a link that was opened asks before it shows anybody. */
  arrival: "address" | "reload";
};

/** What became of a task. */
export type JoinOutcome =
  | { type: "state-read"; visit: GuestState }
  | { type: "state-failed"; trouble: Trouble }
  | { type: "token-issued"; token: string }
  | { type: "token-refused"; trouble: Trouble }
  | { type: "leave-done" }
  | { type: "leave-failed" };

export type JoinEvent =
  | { type: "done"; task: JoinTask; outcome: JoinOutcome }
  | { type: "opened"; invite: "none" | "address" | "reload" }
  | { type: "asked-to-join"; guestName: string }
  /** A connection stands, for the first time or again. */
  | { type: "connected"; seat: GuestSeat; atMs: number }
  | { type: "seat-changed"; seat: GuestSeat }
  | { type: "link-lost" }
  /** A host has written to this guest, or taken it back. */
  | { type: "message"; text: string | null }
  | { type: "disconnected"; duplicate: boolean; atMs: number }
  /** Picture and sound did not get through; a new connection tries again. */
  | { type: "publish-failed"; atMs: number }
  | { type: "left" }
  /** The person presses a button, or the browser is online again. */
  | { type: "retry" }
  | { type: "ask-again" }
  | { type: "use-this-tab" };
