import "server-only";
import { and, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { announcementOf } from "@/lib/db/bus";
import type { Queries } from "@/lib/db/client";
import { livestreams } from "@/lib/db/schema/livestreams";
import { participants } from "@/lib/db/schema/participants";
import { touchGuests } from "@/lib/participants/waiting-room-version";
import { watchingCount } from "./watching";

type Role = (typeof participants.$inferSelect)["role"];
type Connection = { mint: string; identity: string; sid: string };
type Changed = { mint: string; identity: string; role: Role };

const changedColumns = {
  mint: participants.mint,
  identity: participants.identity,
  role: participants.role,
};

const row = ({ mint, identity }: Omit<Connection, "sid">) =>
  and(eq(participants.mint, mint), eq(participants.identity, identity));

/**
 * LiveKit reported the participant as active. An identity's newest connection counts.
 *
 * @returns the role whose presence changed, or null
 */
export const markConnected = (
  tx: Queries,
  { sid, ...connection }: Connection,
  at: Date,
): Promise<Role | null> =>
  mark(
    tx,
    { sid, connectedAt: at, leftAt: null },
    and(row(connection), sql`${participants.sid} is distinct from ${sid}`),
    at,
  );

/**
 * LiveKit reported the end of a connection. Ignored unless it is the current one: the `left` of a
 * reloaded page may arrive after the `joined` of its successor.
 */
export const markLeft = (
  tx: Queries,
  { sid, ...connection }: Connection,
  at: Date,
): Promise<Role | null> =>
  mark(tx, { sid: null, leftAt: at }, and(row(connection), eq(participants.sid, sid)), at);

async function mark(
  tx: Queries,
  presence: Partial<typeof participants.$inferInsert>,
  where: SQL | undefined,
  at: Date,
): Promise<Role | null> {
  const changed = await tx
    .update(participants)
    .set(presence)
    .where(where)
    .returning(changedColumns);
  await afterChange(tx, changed, at);
  return changed[0]?.role ?? null;
}

/** Locks connected participants' rows until the transaction ends. */
export async function holdSeats(tx: Queries, mint: string): Promise<void> {
  await tx
    .select({ identity: participants.identity })
    .from(participants)
    .where(and(eq(participants.mint, mint), isNotNull(participants.sid)))
    .for("no key update");
}

export async function disconnectEverybody(tx: Queries, mint: string, at: Date): Promise<void> {
  await tx
    .update(participants)
    .set({ sid: null, leftAt: at })
    .where(and(eq(participants.mint, mint), isNotNull(participants.sid)));
}

/** A correction of an identity's connection from `was` to `sid`; null means disconnected. */
export type PresenceChange = {
  mint: string;
  identity: string;
  was: string | null;
  sid: string | null;
};

/**
 * Corrects many at once, each only if it has not changed since. Rows that a webhook is writing
 * right now are skipped: waiting for them while holding others could deadlock.
 *
 * @returns the participants whose presence changed
 */
export async function correctPresence(
  tx: Queries,
  changes: PresenceChange[],
  at: Date,
): Promise<Changed[]> {
  const columns = [
    changes.map(({ mint }) => mint),
    changes.map(({ identity }) => identity),
    changes.map(({ was }) => was),
    changes.map(({ sid }) => sid),
  ].map((column) => sql`${sql.param(column)}::text[]`);
  const { rows } = await tx.execute<Changed>(sql`
    with change as (
      select seat.mint, seat.identity, told.sid
      from ${participants} seat
      join unnest(${sql.join(columns, sql`, `)}) told (mint, identity, was, sid)
        on seat.mint = told.mint and seat.identity = told.identity
        and seat.sid is not distinct from told.was
      for update of seat skip locked
    )
    update ${participants} seat set
      sid = change.sid,
      connected_at = case when change.sid is null then seat.connected_at else ${at.toISOString()} end,
      left_at = case when change.sid is null then ${at.toISOString()}::timestamptz end
    from change where seat.mint = change.mint and seat.identity = change.identity
    returning seat.mint, seat.identity, seat.role`);
  await afterChange(tx, rows, at);
  return rows;
}

/** Announces changed presence to the livestreams and waiting rooms. */
async function afterChange(tx: Queries, changed: Changed[], at: Date): Promise<void> {
  if (changed.length === 0) return;
  const mintsOf = (...roles: Role[]) => {
    const mints = changed.filter(({ role }) => roles.includes(role)).map(({ mint }) => mint);
    return sql`${livestreams.mint} = any(${sql.param([...new Set(mints)])}::text[])`;
  };
  const [ofHosts, ofViewers, ofGuests] = [
    mintsOf("host", "encoder"),
    // Viewers waiting for the show do not count as watching yet.
    sql`${livestreams.status} = 'live' and ${mintsOf("viewer")}`,
    mintsOf("guest"),
  ];
  const touched = await tx.execute<{ mint: string; version: number }>(sql`
    update ${livestreams} set
      host_seen_at = case when ${ofHosts} then ${at.toISOString()} else host_seen_at end,
      peak_watching = case when ${ofViewers}
        then greatest(peak_watching, ${watchingCount(livestreams.mint)}) else peak_watching end,
      guest_version = guest_version + case when ${ofGuests} then 1 else 0 end
    where ${mintsOf("host", "encoder", "viewer", "guest")}
    returning ${livestreams.mint}, guest_version as version,
      case when ${ofViewers} then ${announcementOf(livestreams.mint, "watching")} end,
      case when ${ofGuests} then ${announcementOf(livestreams.mint, "guests")} end`);
  const guestsHere = changed.filter(({ role }) => role === "guest");
  if (guestsHere.length > 0) await touchGuests(tx, guestsHere, touched.rows);
}
