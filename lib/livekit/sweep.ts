import "server-only";
import { and, eq, gt, inArray, isNotNull, lt, or, sql } from "drizzle-orm";
import { appContext, type Context } from "@/lib/context";
import { livestreams } from "@/lib/db/schema/livestreams";
import { participants } from "@/lib/db/schema/participants";
import { env } from "@/lib/env";
import { sendAbsentGuestsAway } from "@/lib/guests/absent-guests";
import { forgetStrayPictures } from "@/lib/guests/forget-stray-pictures";
import { endLivestream } from "@/lib/livestreams/end-livestream";
import { log } from "@/lib/log";
import { once } from "@/lib/once";
import { forgetViewers } from "@/lib/participants/forget-viewers";
import { reconcileLook } from "@/lib/stage/mirror-look";
import { reconcileQuietly } from "./reconciler";
import { checkRoom, lobbyRoom, stageRoom } from "./rooms";

const sweepEveryMs = 10_000;
/** How long after its end a show's rooms are still looked after. */
const afterEndMs = 10 * 60_000;

/** Starts the sweep, once a process. Several app instances take turns by a lock in the database. */
export function startSweeping(): void {
  once("sweep", () => {
    const tick = () =>
      sweep(appContext())
        .catch((error) => log.warn("a sweep failed", error))
        .finally(() => setTimeout(tick, sweepEveryMs).unref());
    return tick();
  });
}

async function sweep(context: Context): Promise<void> {
  await context.db.transaction(async (tx) => {
    const { rows } = await tx.execute<{ mine: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtext('greenroom.sweep')) as mine`,
    );
    if (!rows[0]?.mine) return;
    for (const mint of await livestreamsInUse(context)) {
      await reconcileQuietly(context, mint);
      await reconcileLook(context, mint);
    }
    await sendAbsentGuestsAway(context);
    await forgetStrayPictures(context);
    await noteHosts(context);
    for (const mint of await abandonedShows(context)) await endLivestream(context, mint);
    await closeEndedRooms(context);
    await forgetViewers(context);
  });
}

/** Live ones, and those where somebody is connected before the show. */
async function livestreamsInUse({ db }: Context): Promise<string[]> {
  const rows = await db
    .selectDistinct({ mint: livestreams.mint })
    .from(livestreams)
    .leftJoin(
      participants,
      and(eq(participants.mint, livestreams.mint), isNotNull(participants.sid)),
    )
    .where(or(eq(livestreams.status, "live"), isNotNull(participants.sid)));
  return rows.map(({ mint }) => mint);
}

/** A host who is connected, or whose encoder is, is seen now; the away time counts from the last sweep that saw one. */
async function noteHosts({ db, now }: Context): Promise<void> {
  await db
    .update(livestreams)
    .set({ hostSeenAt: now() })
    .where(
      and(
        eq(livestreams.status, "live"),
        inArray(
          livestreams.mint,
          db
            .select({ mint: participants.mint })
            .from(participants)
            .where(
              and(inArray(participants.role, ["host", "encoder"]), isNotNull(participants.sid)),
            ),
        ),
      ),
    );
}

async function abandonedShows({ db, now }: Context): Promise<string[]> {
  const since = new Date(now().getTime() - env().hostAwayEndMinutes * 60_000);
  const rows = await db
    .select({ mint: livestreams.mint })
    .from(livestreams)
    .where(and(eq(livestreams.status, "live"), lt(livestreams.hostSeenAt, since)));
  return rows.map(({ mint }) => mint);
}

async function closeEndedRooms({ db, livekit, now }: Context): Promise<void> {
  const since = new Date(now().getTime() - afterEndMs);
  const rows = await db
    .select({ mint: livestreams.mint })
    .from(livestreams)
    .where(and(eq(livestreams.status, "ended"), gt(livestreams.endedAt, since)));
  const closed = rows.flatMap(({ mint }) => [stageRoom(mint), lobbyRoom(mint), checkRoom(mint)]);
  for (const room of await livekit.rooms(closed)) await livekit.deleteRoom(room);
}
