import { expect, test } from "vitest";
import { type StoredStatus, storedStatuses } from "@/lib/contracts/common/livestream-status";
import {
  type LivestreamMove,
  livestreamMoves,
  livestreamStatusesBefore,
  shownStatus,
} from "@/lib/livestreams/livestream";

const table: Record<StoredStatus, Partial<Record<LivestreamMove, StoredStatus>>> = {
  scheduled: { goLive: "live", end: "cancelled", cancel: "cancelled" },
  live: { end: "ended" },
  ended: {},
  cancelled: { reopen: "scheduled" },
};

for (const from of storedStatuses) {
  for (const move of ["goLive", "end", "cancel", "reopen"] as const) {
    const to = table[from][move];
    test(`${from}: ${move} ${to ? `leads to ${to}` : "does nothing"}`, () => {
      expect(livestreamMoves[from][move]).toBe(to);
      expect(livestreamStatusesBefore(move).includes(from)).toBe(to !== undefined);
    });
  }
}

test("a livestream without a planned start is a draft until it goes live", () => {
  const scheduledAt = new Date();
  expect(shownStatus({ status: "scheduled", scheduledAt: null })).toBe("draft");
  expect(shownStatus({ status: "scheduled", scheduledAt })).toBe("scheduled");
  for (const status of ["live", "ended", "cancelled"] as const) {
    expect(shownStatus({ status, scheduledAt: null })).toBe(status);
  }
});
