import "server-only";
import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import type { readEventLog as contract } from "@/lib/contracts/event-log";
import { participants } from "@/lib/db/schema/participants";
import { webhookEvents } from "@/lib/db/schema/webhook-events";
import { requireMay } from "./find-livestream";

type Wanted = z.output<(typeof contract)["query"]> & { mint: string };
type Answer = z.input<(typeof contract)["response"]>;

/**
 * The newest entries, or those before the entry `before`, in the order they happened. LiveKit's
 * times have whole seconds and repeated events arrive late, so within a second a connection joins
 * first and leaves last.
 */
export async function readEventLog(
  { db }: Pick<Context, "db">,
  host: Account,
  { mint, sid, identity, before, limit }: Wanted,
): Promise<Answer> {
  await requireMay(db, mint, host.id, "read-event-log");
  const rows = await db
    .select(shown)
    .from(webhookEvents)
    .leftJoin(
      participants,
      and(
        eq(participants.mint, webhookEvents.mint),
        eq(participants.identity, webhookEvents.identity),
      ),
    )
    .where(
      and(
        eq(webhookEvents.mint, mint),
        sid === undefined ? undefined : eq(webhookEvents.sid, sid),
        identity === undefined ? undefined : eq(webhookEvents.identity, identity),
        before === undefined ? undefined : olderThan(mint, before),
      ),
    )
    .orderBy(desc(webhookEvents.happenedAt), desc(rank), desc(webhookEvents.seq))
    .limit(limit + 1);
  return { entries: rows.slice(0, limit).reverse().map(toEntry), more: rows.length > limit };
}

/** A room starts before anyone joins and finishes after everyone has left. */
const rank = sql<number>`case ${webhookEvents.event}
  when 'room_started' then 0
  when 'participant_joined' then 1
  when 'participant_left' then 3
  when 'participant_connection_aborted' then 3
  when 'room_finished' then 4
  else 2
end`;

const place = sql`${webhookEvents.happenedAt}, ${rank}, ${webhookEvents.seq}`;

const olderThan = (mint: string, seq: number): SQL => sql`(${place}) < (
  select ${place} from ${webhookEvents}
  where ${webhookEvents.mint} = ${mint} and ${webhookEvents.seq} = ${seq}
)`;

const hiddenViewer = sql`${participants.role} = 'viewer' and ${participants.hidden}`;

const shown = {
  seq: webhookEvents.seq,
  event: webhookEvents.event,
  happenedAt: webhookEvents.happenedAt,
  sid: webhookEvents.sid,
  identity: webhookEvents.identity,
  name: sql<string | null>`case when ${hiddenViewer} then null else ${participants.name} end`,
  role: participants.role,
  trackSource: webhookEvents.trackSource,
  trackType: webhookEvents.trackType,
};

type Shown = Pick<
  typeof webhookEvents.$inferSelect,
  "seq" | "event" | "happenedAt" | "trackSource" | "trackType"
> &
  Pick<Answer["entries"][number], "sid" | "identity" | "name" | "role">;

const toEntry = ({
  happenedAt,
  trackSource: source,
  trackType: type,
  ...entry
}: Shown): Answer["entries"][number] => ({
  ...entry,
  happenedAt: happenedAt.toISOString(),
  track: source && type ? { source, type } : null,
});
