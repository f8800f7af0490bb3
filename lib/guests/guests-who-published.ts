import "server-only";
import { and, eq, exists } from "drizzle-orm";
import type { Queries } from "@/lib/db/client";
import { guests } from "@/lib/db/schema/guests";
import { webhookEvents } from "@/lib/db/schema/webhook-events";

/**
 * Names of the guests who were on stage, as they knocked. A guest's row tells how it ended for them,
 * not whether they were seen: that is what LiveKit reported.
 */
export async function guestsWhoPublished(db: Queries, mint: string): Promise<string[]> {
  const published = db
    .select({ id: webhookEvents.id })
    .from(webhookEvents)
    .where(
      and(
        eq(webhookEvents.mint, mint),
        eq(webhookEvents.event, "track_published"),
        eq(webhookEvents.identity, guests.identity),
      ),
    );
  const rows = await db
    .select({ name: guests.name })
    .from(guests)
    .where(and(eq(guests.mint, mint), exists(published)))
    .orderBy(guests.knockedAt);
  return rows.map(({ name }) => name);
}
