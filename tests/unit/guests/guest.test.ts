import { expect, test } from "vitest";
import {
  type GuestMove,
  type GuestStatus,
  guestMoves,
  guestStatusesBefore,
  outcomeOf,
} from "@/lib/participants/guest";

const moves: GuestMove[] = ["admit", "deny", "remove", "leave", "expire"];

// A waiting guest can be admitted; a denied one cannot.
const table: Record<GuestStatus, Partial<Record<GuestMove, GuestStatus>>> = {
  waiting: {
    admit: "admitted",
    deny: "denied",
    remove: "removed",
    leave: "left",
    expire: "expired",
  },
  admitted: { remove: "removed", leave: "left", expire: "expired" },
  denied: {},
  removed: {},
  left: {},
  expired: {},
};

for (const [from, ways] of Object.entries(table) as [GuestStatus, (typeof table)[GuestStatus]][]) {
  for (const move of moves) {
    const to = ways[move];
    test(`${from}: ${move} ${to ? `leads to ${to}` : "does nothing"}`, () => {
      expect((guestMoves[from] as typeof ways)[move]).toBe(to);
      expect(guestStatusesBefore(move).includes(from)).toBe(to !== undefined);
      if (to) expect(outcomeOf[move]).toBe(to);
    });
  }
}

test("there is no other status", () => {
  expect(Object.keys(guestMoves).sort()).toEqual(Object.keys(table).sort());
});
