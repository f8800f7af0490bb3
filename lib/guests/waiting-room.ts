import "server-only";
import { and, eq, getTableColumns, gt, inArray } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import type { WaitingGuest } from "@/lib/contracts/livestreams";
import type { Queries } from "@/lib/db/client";
import { accounts, guests, invites, livestreams, participants } from "@/lib/db/schema";
import { livestreamFor } from "@/lib/livestreams/find-livestream";
import { mayDecide } from "./decide-guest";

export type WaitingRoom = { version: number; guests: WaitingGuest[] };

/**
 * The waiting room as one host sees it: who waits and who is on stage, in the order they knocked;
 * with `since`, whoever changed after that version instead.
 */
export async function readWaitingRoom(
  db: Queries,
  mint: string,
  host: Account,
  since?: number,
): Promise<WaitingRoom> {
  const livestream = await livestreamFor(db, mint, host.id);
  // Read before the rows: what changes in between comes again with the next delta, never too late.
  const [counter] = await db
    .select({ version: livestreams.guestVersion })
    .from(livestreams)
    .where(eq(livestreams.mint, mint));
  const rows = await db
    .select({
      guest: getTableColumns(guests),
      invite: getTableColumns(invites),
      sid: participants.sid,
      decider: accounts.name,
    })
    .from(guests)
    .innerJoin(invites, eq(invites.jti, guests.jti))
    .innerJoin(
      participants,
      and(eq(participants.mint, guests.mint), eq(participants.identity, guests.identity)),
    )
    .leftJoin(accounts, eq(accounts.id, guests.decidedBy))
    .where(
      and(
        eq(guests.mint, mint),
        since === undefined
          ? inArray(guests.status, ["waiting", "admitted"])
          : gt(guests.version, since),
      ),
    )
    .orderBy(guests.knockedAt, guests.identity);
  const waiting: WaitingGuest[] = [];
  for (const { guest, invite, sid, decider } of rows) {
    waiting.push({
      identity: guest.identity,
      name: guest.name,
      status: guest.status,
      connected: sid !== null,
      knockedAt: guest.knockedAt.toISOString(),
      decidedBy: decider,
      mayDecide: livestream !== null && (await mayDecide(db, host, livestream, invite)),
    });
  }
  return { version: counter?.version ?? 0, guests: waiting };
}
