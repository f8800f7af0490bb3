import {
  type LivestreamStatus,
  type StoredStatus,
  storedStatuses,
} from "@/lib/contracts/common/livestream-status";

export type LivestreamMove = "goLive" | "end" | "cancel" | "reopen";

/**
 * The transitions of a livestream's status. Anything not in the table cannot happen. What was never
 * live cannot end: it is cancelled.
 */
export const livestreamMoves: Record<
  StoredStatus,
  Partial<Record<LivestreamMove, StoredStatus>>
> = {
  scheduled: { goLive: "live", end: "cancelled", cancel: "cancelled" },
  live: { end: "ended" },
  ended: {},
  cancelled: { reopen: "scheduled" },
};

/** The statuses that a move starts from: the condition of its UPDATE. */
export const livestreamStatusesBefore = (move: LivestreamMove): StoredStatus[] =>
  storedStatuses.filter((status) => move in livestreamMoves[status]);

type Planned = { status: StoredStatus; scheduledAt: Date | null };

/** A livestream without a planned start is a draft until it goes live. */
export const shownStatus = ({ status, scheduledAt }: Planned): LivestreamStatus =>
  status === "scheduled" && scheduledAt === null ? "draft" : status;
