import { expect, test } from "vitest";
import type { LivestreamStatus } from "@/lib/contracts/livestreams";
import {
  type LivestreamMove,
  livestreamMoves,
  livestreamStatusesBefore,
} from "@/lib/livestreams/livestream";

const table: Record<LivestreamStatus, Partial<Record<LivestreamMove, LivestreamStatus>>> = {
  scheduled: { goLive: "live", end: "ended" },
  live: { end: "ended" },
  ended: {},
};

for (const from of Object.keys(table) as LivestreamStatus[]) {
  for (const move of ["goLive", "end"] as const) {
    const to = table[from][move];
    test(`${from}: ${move} ${to ? `leads to ${to}` : "does nothing"}`, () => {
      expect((livestreamMoves[from] as (typeof table)[LivestreamStatus])[move]).toBe(to);
      expect(livestreamStatusesBefore(move).includes(from)).toBe(to !== undefined);
    });
  }
}
