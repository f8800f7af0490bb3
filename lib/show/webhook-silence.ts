import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { announce } from "@/lib/db/bus";
import { livestreams } from "@/lib/db/schema/livestreams";
import { participants } from "@/lib/db/schema/participants";
import { webhookEvents } from "@/lib/db/schema/webhook-events";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { once } from "@/lib/once";

/**
 * How long a webhook may take to arrive, and how early it may arrive before we see the connection.
 */
const patienceSeconds = 15;
const earlierSeconds = 60;
/** Within this time, no event that proves otherwise is deleted. */
const withinHours = 12;

type Silence = Pick<Context, "db" | "now">;

/** Live shows with someone connected and no LiveKit event since. */
async function silentShows({ db, now }: Silence, among: SQL): Promise<string[]> {
  const at = sql`${now().toISOString()}::timestamptz`;
  const { rows } = await db.execute<{ mint: string }>(sql`
    select here.mint from ${participants} here
    join ${livestreams} show on show.mint = here.mint and show.status = 'live'
    where here.sid is not null and ${among}
      and here.connected_at < ${at} - make_interval(secs => ${patienceSeconds})
      and here.connected_at > ${at} - make_interval(hours => ${withinHours})
    group by here.mint
    having not exists (
      select 1 from ${webhookEvents} event
      where event.created_at > min(here.connected_at) - make_interval(secs => ${earlierSeconds})
    )`);
  return rows.map(({ mint }) => mint);
}

/** Whether LiveKit's webhooks fail to arrive, as far as this show can tell. */
export async function webhooksAreSilent(context: Silence, mint: string): Promise<boolean> {
  return (await silentShows(context, sql`here.mint = ${mint}`)).length > 0;
}

/** Whether anyone is connected to a live show without a webhook since. */
export async function anyShowIsSilent(context: Silence): Promise<boolean> {
  return (await silentShows(context, sql`true`)).length > 0;
}

/** Logs and announces to hosts when webhooks go missing, and when they arrive again. */
export async function noteSilence(context: Silence): Promise<void> {
  const known = once("silent-shows", () => ({ mints: new Set<string>() }));
  const before = known.mints;
  const silent = new Set(await silentShows(context, sql`true`));
  known.mints = silent;
  for (const mint of before.symmetricDifference(silent)) {
    await announce(context.db, { mint, what: "webhooks" });
  }
  if (silent.size > 0 && before.size === 0) {
    const url = `${env().publicUrl}/livekit/webhook`;
    log.warn(
      `people are connected but no LiveKit webhook has arrived: configure LiveKit to send them to ${url}`,
    );
  }
  if (silent.size === 0 && before.size > 0) log.info("LiveKit's webhooks are arriving again");
}
