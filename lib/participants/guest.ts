import type { WaitingGuest } from "@/lib/contracts/livestreams";

export type GuestStatus = WaitingGuest["status"];

/**
 * The transitions of a guest's status. Two hosts may click at once: only the first valid move
 * happens.
 */
export const guestMoves = {
  waiting: {
    admit: "admitted",
    deny: "denied",
    remove: "removed",
    leave: "left",
    expire: "expired",
  },
  admitted: { return: "waiting", remove: "removed", leave: "left", expire: "expired" },
  denied: {},
  removed: {},
  left: {},
  expired: {},
} as const satisfies Record<GuestStatus, Partial<Record<string, GuestStatus>>>;

export type GuestMove = "admit" | "deny" | "return" | "remove" | "leave" | "expire";

export const outcomeOf = {
  admit: "admitted",
  deny: "denied",
  return: "waiting",
  remove: "removed",
  leave: "left",
  expire: "expired",
} as const satisfies Record<GuestMove, GuestStatus>;

/** The statuses that a move starts from: the condition of its UPDATE. */
export function guestStatusesBefore(move: GuestMove): GuestStatus[] {
  return (Object.keys(guestMoves) as GuestStatus[]).filter((status) => move in guestMoves[status]);
}
