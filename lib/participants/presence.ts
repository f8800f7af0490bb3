import "server-only";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import { announce } from "@/lib/db/bus";
import type { Queries } from "@/lib/db/client";
import { livestreams } from "@/lib/db/schema/livestreams";
import { participants } from "@/lib/db/schema/participants";
import { touchGuest } from "@/lib/guests/waiting-room-version";
import { watchingCount } from "./watching";

type Role = (typeof participants.$inferSelect)["role"];
type Connection = { mint: string; identity: string; sid: string };

const row = ({ mint, identity }: Omit<Connection, "sid">) =>
  and(eq(participants.mint, mint), eq(participants.identity, identity));

/**
 * LiveKit saw the participant become active. The newest connection of an identity counts.
 *
 * @returns whose presence changed by it, if anybody's
 */
export async function markConnected(
  tx: Queries,
  { sid, ...connection }: Connection,
  at: Date,
): Promise<Role | null> {
  const changed = await tx
    .update(participants)
    .set({ sid, connectedAt: at, leftAt: null })
    .where(and(row(connection), sql`${participants.sid} is distinct from ${sid}`))
    .returning({ role: participants.role, identity: participants.identity });
  await afterChange(tx, connection.mint, changed, at);
  return changed[0]?.role ?? null;
}

/**
 * LiveKit saw a connection end. One that is not the current one says nothing: the `left` of a
 * reloaded page may come after the `joined` of its successor.
 */
export async function markLeft(
  tx: Queries,
  { sid, ...connection }: Connection,
  at: Date,
): Promise<Role | null> {
  const changed = await tx
    .update(participants)
    .set({ sid: null, leftAt: at })
    .where(and(row(connection), eq(participants.sid, sid)))
    .returning({ role: participants.role, identity: participants.identity });
  await afterChange(tx, connection.mint, changed, at);
  return changed[0]?.role ?? null;
}

export async function disconnectEverybody(tx: Queries, mint: string, at: Date): Promise<void> {
  await tx
    .update(participants)
    .set({ sid: null, leftAt: at })
    .where(and(eq(participants.mint, mint), isNotNull(participants.sid)));
}

async function afterChange(
  tx: Queries,
  mint: string,
  changed: Pick<typeof participants.$inferSelect, "role" | "identity">[],
  at: Date,
): Promise<void> {
  const roles = new Set(changed.map(({ role }) => role));
  if (roles.has("host") || roles.has("encoder")) {
    await tx.update(livestreams).set({ hostSeenAt: at }).where(eq(livestreams.mint, mint));
  }
  if (roles.has("viewer")) {
    // Who waits for the show watches nothing yet.
    const watched = await tx
      .update(livestreams)
      .set({ peakWatching: sql`greatest(${livestreams.peakWatching}, ${watchingCount(mint)})` })
      .where(and(eq(livestreams.mint, mint), eq(livestreams.status, "live")))
      .returning({ mint: livestreams.mint });
    if (watched.length > 0) await announce(tx, { mint, what: "watching" });
  }
  for (const { role, identity } of changed) {
    if (role === "guest") await touchGuest(tx, mint, identity);
  }
}
