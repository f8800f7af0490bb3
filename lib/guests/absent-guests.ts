import "server-only";
import { and, eq, isNull, lt, or } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { guests } from "@/lib/db/schema/guests";
import { participants } from "@/lib/db/schema/participants";
import { moveGuest } from "./move-guest";

/** A reload or a change of network is back within this; a closed tab is not. */
const graceSeconds = 30;
/** A knock that never got as far as a connection. */
const neverConnectedSeconds = 60;

/** Who stopped waiting without saying so leaves the hosts' list, so that nobody admits a closed tab. */
export async function sendAbsentGuestsAway({
  db,
  now,
}: Pick<Context, "db" | "now">): Promise<void> {
  const before = (seconds: number) => new Date(now().getTime() - seconds * 1_000);
  const absent = await db
    .select({ mint: guests.mint, identity: guests.identity })
    .from(guests)
    .innerJoin(
      participants,
      and(eq(participants.mint, guests.mint), eq(participants.identity, guests.identity)),
    )
    .where(
      and(
        eq(guests.status, "waiting"),
        isNull(participants.sid),
        or(
          lt(participants.leftAt, before(graceSeconds)),
          and(
            isNull(participants.connectedAt),
            lt(guests.knockedAt, before(neverConnectedSeconds)),
          ),
        ),
      ),
    );
  for (const { mint, identity } of absent) {
    await db.transaction((tx) =>
      moveGuest(tx, { mint, identity, move: "leave", by: null, at: now() }),
    );
  }
}
