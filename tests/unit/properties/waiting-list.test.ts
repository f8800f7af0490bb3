import fc from "fast-check";
import { expect, test } from "vitest";
import {
  emptyWaitingList,
  type WaitingEvent,
  waitingList,
} from "@/lib/client/waiting-room/waiting-list";
import type { WaitingGuest } from "@/lib/contracts/livestreams";
import { type GuestMove, guestStatusesBefore, outcomeOf } from "@/lib/participants/guest";

type Row = WaitingGuest & { version: number };

/** What can happen: on the server, on the network, or by this host. */
type Step =
  | { does: "knock" }
  | { does: "move"; who: number; move: GuestMove }
  | { does: "deliver" }
  | { does: "deliver late"; which: number }
  | { does: "reconnect" }
  | { does: "ask"; who: number; decision: "stage" | "deny" }
  | { does: "hear no"; who: number };

const who = fc.nat(5);
const decision = fc.constantFrom("stage" as const, "deny" as const);
const move = fc.constantFrom(...(Object.keys(outcomeOf) as GuestMove[]));
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constant({ does: "knock" as const }),
  fc.record({ does: fc.constant("move" as const), who, move }),
  { weight: 2, arbitrary: fc.constant({ does: "deliver" as const }) },
  fc.record({ does: fc.constant("deliver late" as const), which: fc.nat() }),
  fc.constant({ does: "reconnect" as const }),
  fc.record({ does: fc.constant("ask" as const), who, decision }),
  fc.record({ does: fc.constant("hear no" as const), who }),
);

/** The rows, the open stream that reads them, and the host's page at the other end. */
class Show {
  rows: Row[] = [];
  version = 0;
  sentUpTo = 0;
  sent: WaitingEvent[] = [];
  list = emptyWaitingList;

  take(one: Step): void {
    const row = "who" in one ? this.rows[one.who] : undefined;
    if (one.does === "knock") this.knock();
    else if (one.does === "move" && row) this.move(row, one.move);
    else if (one.does === "deliver") this.deliver();
    else if (one.does === "deliver late") this.hear(this.sent[one.which % this.sent.length]);
    else if (one.does === "reconnect") this.reconnect();
    else if (one.does === "ask" && row) {
      this.hear({ type: "asked", identities: [row.identity], decision: one.decision });
    } else if (one.does === "hear no" && row) {
      this.hear({ type: "undecided", identities: [row.identity] });
    }
  }

  hear(event: WaitingEvent | undefined): void {
    if (event) this.list = waitingList(this.list, event);
  }

  knock(): void {
    const n = this.rows.length;
    this.rows.push({
      identity: `g_guest${n}000`,
      name: `Guest ${n}`,
      status: "waiting",
      connected: true,
      knockedAt: new Date(n * 1_000).toISOString(),
      decidedBy: null,
      place: "stage",
      message: null,
      picture: null,
      jti: "jti1",
      inviteLabel: null,
      version: ++this.version,
    });
  }

  move(row: Row, by: GuestMove): void {
    if (!guestStatusesBefore(by).includes(row.status)) return;
    row.status = outcomeOf[by];
    row.version = ++this.version;
  }

  reconnect(): void {
    this.hear({ type: "snapshot", frame: this.#frame(this.here()) });
    this.sentUpTo = this.version;
  }

  deliver(): void {
    if (this.list.version === null) {
      this.reconnect();
      return;
    }
    const changed = this.rows.filter(({ version }) => version > this.sentUpTo);
    const delta = { type: "delta" as const, frame: this.#frame(changed) };
    this.sent.push(delta);
    this.sentUpTo = this.version;
    this.hear(delta);
  }

  here = () => this.rows.filter(({ status }) => status === "waiting" || status === "admitted");

  #frame(rows: Row[]) {
    return { version: this.version, guests: rows.map(({ version: _, ...guest }) => guest) };
  }
}

const played = (steps: Step[]) => {
  const show = new Show();
  for (const one of steps) show.take(one);
  return show;
};
const steps = fc.array(step, { maxLength: 60 });

test("however snapshots and deltas mix and are delayed, the last delta brings the page to the rows", () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const show = played([...taken, { does: "deliver" }]);
      const rows = show.here().map(({ version: _, ...guest }) => guest);
      expect(show.list.guests).toEqual(rows);
      expect(show.list.version).toBe(show.version);
    }),
    { numRuns: 500 },
  );
});

test("nobody is listed twice, nor after leaving", () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const { guests } = played(taken).list;
      expect(new Set(guests.map(({ identity }) => identity)).size).toBe(guests.length);
      for (const { status } of guests) expect(["waiting", "admitted"]).toContain(status);
    }),
    { numRuns: 500 },
  );
});
