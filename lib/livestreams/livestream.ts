import type { LivestreamStatus } from "@/lib/contracts/livestreams";

/** The transitions of a livestream's status. Anything not in the table cannot happen. */
export const livestreamMoves = {
  scheduled: { goLive: "live", end: "ended" },
  live: { end: "ended" },
  ended: {},
} as const satisfies Record<LivestreamStatus, Partial<Record<"goLive" | "end", LivestreamStatus>>>;

export type LivestreamMove = "goLive" | "end";

/** The statuses that a move starts from: the condition of its UPDATE. */
export function livestreamStatusesBefore(move: LivestreamMove): LivestreamStatus[] {
  return (Object.keys(livestreamMoves) as LivestreamStatus[]).filter(
    (status) => move in livestreamMoves[status],
  );
}
