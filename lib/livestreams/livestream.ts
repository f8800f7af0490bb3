import type { LivestreamStatus } from "@/lib/contracts/livestreams";

/** A livestream's life. What is not in the table does not happen. */
export const livestreamMoves = {
  scheduled: { goLive: "live", end: "ended" },
  live: { end: "ended" },
  ended: {},
} as const satisfies Record<LivestreamStatus, Partial<Record<"goLive" | "end", LivestreamStatus>>>;

export type LivestreamMove = "goLive" | "end";

/** The statuses from which a move leads somewhere: the condition of its UPDATE. */
export function livestreamStatusesBefore(move: LivestreamMove): LivestreamStatus[] {
  return (Object.keys(livestreamMoves) as LivestreamStatus[]).filter(
    (status) => move in livestreamMoves[status],
  );
}
