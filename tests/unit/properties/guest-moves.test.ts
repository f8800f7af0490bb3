import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type GuestMove,
  type GuestStatus,
  guestMoves,
  guestStatusesBefore,
  outcomeOf,
} from "@/lib/participants/guest";

const moves = Object.keys(outcomeOf) as GuestMove[];
const next = (status: GuestStatus, move: GuestMove) =>
  (guestMoves[status] as Partial<Record<GuestMove, GuestStatus>>)[move];

/** The conditional UPDATE: the outcome if the status allows the move, otherwise no change. */
const after = (status: GuestStatus, move: GuestMove) =>
  guestStatusesBefore(move).includes(status) ? outcomeOf[move] : status;

const script = fc.array(fc.constantFrom(...moves), { maxLength: 30 });

test("after any sequence of moves, the database has the status that the table gives", () => {
  fc.assert(
    fc.property(script, (tried) => {
      const byTable = tried.reduce<GuestStatus>((at, move) => next(at, move) ?? at, "waiting");
      expect(tried.reduce<GuestStatus>(after, "waiting")).toBe(byTable);
    }),
  );
});

test("a guest is admitted only from the waiting room, and leaves the stage only for it or for good", () => {
  const ends = new Set<GuestStatus>(["denied", "removed", "left", "expired"]);
  fc.assert(
    fc.property(script, (tried) => {
      const life: GuestStatus[] = ["waiting"];
      for (const move of tried) life.push(after(life.at(-1) ?? "waiting", move));
      const changes = life.filter((status, index) => status !== life[index - 1]);
      for (const [index, status] of changes.entries()) {
        if (status === "admitted") expect(changes[index - 1]).toBe("waiting");
        if (ends.has(status)) expect(index).toBe(changes.length - 1);
      }
    }),
  );
});

test("of two hosts who decide at once, in either order, exactly one succeeds", () => {
  const decision = fc.constantFrom<GuestMove>("admit", "deny");
  fc.assert(
    fc.property(decision, decision, (first, second) => {
      expect(after(after("waiting", first), second)).toBe(outcomeOf[first]);
    }),
  );
});

test("no move leads on from a final status", () => {
  const ends: GuestStatus[] = ["denied", "removed", "left", "expired"];
  fc.assert(
    fc.property(fc.constantFrom(...ends), script, (end, tried) => {
      expect(tried.reduce<GuestStatus>(after, end)).toBe(end);
    }),
  );
});
