import type { z } from "zod";
import type { guestState } from "@/lib/contracts/guests";
import type { GuestPlace } from "@/lib/contracts/livestreams";
import type { RoomToken } from "@/lib/contracts/tokens";
import type { JoinEnding, Trouble } from "./join-ending";

/** The server's state of an invite and of this browser's guest. */
export type GuestState = z.infer<typeof guestState.response>;

export type JoinPlace =
  | { name: "loading" }
  /** `returning`: the host has admitted this guest before, in another tab or on an earlier day. */
  | { name: "preview"; returning: boolean; problem: Trouble | null }
  | { name: "knocking" }
  | { name: "waiting" }
  /** Admitted, and on the way to the stage. `fresh`: viewers have not seen them yet. */
  | { name: "entering"; fresh: boolean }
  /** Admitted, sees and hears the show, and stays unseen until a host puts them on stage. */
  | { name: "backstage" }
  /** Nothing is sent before `startsIn` (in seconds) is 0. */
  | { name: "stage"; startsIn: number }
  | { name: "over"; why: JoinEnding };

/** The hook's next step. Its outcome is dispatched as an event. */
export type JoinTask =
  | { do: "ask-state"; afterMs: number }
  | { do: "fetch-token"; guestName: string; afterMs: number }
  | { do: "leave"; mint: string; afterMs: number };

/**
 * The guest's place according to LiveKit. In a private show's lobby, `called` means admitted but
 * not yet in the stage room.
 */
export type GuestSeat = "waiting" | "called" | "backstage" | "stage";

export type JoinState = {
  place: JoinPlace;
  visit: GuestState | null;
  task: JoinTask | null;
  /** The token of the connection that should be open. */
  pass: RoomToken | null;
  link: "none" | "steady" | "lost";
  /** Consecutive failures; reset once a connection has held for a while. */
  tries: number;
  steadySinceMs: number | null;
  /** Where a host has just moved a guest back to; shown until the next change. */
  moved: "backstage" | "waiting" | null;
  trouble: Trouble | null;
  /**
   * A reload returns to the same place automatically; a freshly opened link asks before anyone is
   * shown.
   */
  arrival: "address" | "reload";
  /** Whether this tab was on stage before the reload: whoever was not yet seen gets a countdown. */
  wasOnStage: boolean;
};

/** The outcome of a task. */
export type JoinOutcome =
  | { type: "state-read"; visit: GuestState }
  | { type: "state-failed"; trouble: Trouble }
  | { type: "token-issued"; token: string }
  | { type: "token-refused"; trouble: Trouble }
  | { type: "leave-done" }
  | { type: "leave-failed" };

export type JoinEvent =
  | { type: "done"; task: JoinTask; outcome: JoinOutcome }
  | { type: "opened"; invite: "none" | "address" | "reload"; wasOnStage?: boolean }
  | { type: "asked-to-join"; guestName: string }
  /** Connected, for the first time or again. */
  | { type: "connected"; seat: GuestSeat; atMs: number }
  | { type: "seat-changed"; seat: GuestSeat }
  | { type: "link-lost" }
  /** A second of the countdown has passed. */
  | { type: "counted" }
  | { type: "went-live" }
  /** A host has sent this guest a message, or deleted it. */
  | { type: "message"; text: string | null }
  /** A host has moved this guest, before the show perhaps without any change of the seat. */
  | { type: "placed"; place: GuestPlace }
  | { type: "disconnected"; duplicate: boolean; atMs: number }
  /** Publishing picture and sound failed; a new connection tries again. */
  | { type: "publish-failed"; atMs: number }
  | { type: "left" }
  /** The person pressed a button, or the browser is online again. */
  | { type: "retry" }
  | { type: "ask-again" }
  | { type: "use-this-tab" };
