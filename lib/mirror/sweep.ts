import "server-only";
import { and, eq, gt, inArray, isNotNull, lt, or } from "drizzle-orm";
import { appContext, type Context } from "@/lib/context";
import { asLeader } from "@/lib/db/leader";
import { livestreams } from "@/lib/db/schema/livestreams";
import { participants } from "@/lib/db/schema/participants";
import { isDraining } from "@/lib/draining";
import { env } from "@/lib/env";
import { markAbsentGuestsLeft } from "@/lib/guests/mark-absent-guests-left";
import { deleteStrayPictures } from "@/lib/guests/picture/delete-stray-pictures";
import { inParallel } from "@/lib/in-parallel";
import { roomsOf } from "@/lib/livekit/rooms";
import { log } from "@/lib/log";
import { metrics, secondsSince } from "@/lib/metrics";
import { purgePeriodically } from "@/lib/mirror/purge-periodically";
import { once } from "@/lib/once";
import { endLivestream } from "@/lib/show/end-livestream";
import { reconcileLivestreams } from "@/lib/show/reconcile-livestreams";
import { noteSilence } from "@/lib/show/webhook-silence";

const sweepEveryMs = 10_000;
/** How long after a show's end its rooms are still checked. */
const afterEndMs = 10 * 60_000;
const callsAtOnce = 8;

/** The steps of a sweep, in order. A failing step is logged and does not stop the others. */
const steps: { what: string; run: (context: Context) => Promise<void> }[] = [
  { what: "compare livestreams with LiveKit", run: reconcileInUse },
  { what: "check whether webhooks arrive", run: noteSilence },
  { what: "mark absent guests as left", run: markAbsentGuestsLeft },
  { what: "delete pictures of guests who no longer wait", run: deleteStrayPictures },
  { what: "record which hosts are connected", run: noteHosts },
  { what: "end abandoned shows", run: endAbandonedShows },
  { what: "close the rooms of ended shows", run: closeEndedRooms },
  { what: "delete data past its retention", run: purgePeriodically },
];

/** Starts the sweep, once per process. App instances take turns through a lock in the database. */
export function startSweeping(): void {
  once("sweep", () => {
    const tick = () =>
      asLeader("greenroom.sweep", (leads) => sweep(appContext(), () => leads() && !isDraining()))
        .catch((error) => log.warn("a sweep could not start", error))
        .finally(() => setTimeout(tick, sweepEveryMs).unref());
    return tick();
  });
}

export async function sweep(context: Context, leads: () => boolean = () => true): Promise<void> {
  const startedAt = performance.now();
  for (const { what, run } of steps) {
    if (!leads()) return;
    await run(context).catch((error) => {
      metrics().sweepFailures.inc({ step: what });
      log.warn(`the sweep could not ${what}`, error);
    });
  }
  metrics().sweeps.observe(secondsSince(startedAt));
}

/** Live shows, and those with someone connected before the start. */
async function reconcileInUse(context: Context): Promise<void> {
  const { db } = context;
  const used = db
    .select({ mint: participants.mint })
    .from(participants)
    .where(isNotNull(participants.sid));
  const rows = await db
    .select({ mint: livestreams.mint })
    .from(livestreams)
    .where(or(eq(livestreams.status, "live"), inArray(livestreams.mint, used)));
  const repairs = await reconcileLivestreams(
    context,
    rows.map(({ mint }) => mint),
  );
  for (const repair of repairs) metrics().sweepRepairs.inc({ repair });
}

/**
 * Marks hosts as seen if they or their encoder are connected; the absence counts from the last
 * sweep that saw one.
 */
async function noteHosts({ db, now }: Context): Promise<void> {
  const here = db
    .select({ mint: participants.mint })
    .from(participants)
    .where(and(inArray(participants.role, ["host", "encoder"]), isNotNull(participants.sid)));
  await db
    .update(livestreams)
    .set({ hostSeenAt: now() })
    .where(and(eq(livestreams.status, "live"), inArray(livestreams.mint, here)));
}

async function endAbandonedShows(context: Context): Promise<void> {
  const { db, now } = context;
  const since = new Date(now().getTime() - env().hostAwayEndMinutes * 60_000);
  const rows = await db
    .select({ mint: livestreams.mint })
    .from(livestreams)
    .where(and(eq(livestreams.status, "live"), lt(livestreams.hostSeenAt, since)));
  await inParallel(rows, callsAtOnce, async ({ mint }) => {
    await endLivestream(context, mint, { by: null, awaySince: since }).then(
      (ended) => ended && metrics().sweepRepairs.inc({ repair: "abandoned-show-ended" }),
      (error) => log.warn(`the abandoned livestream ${mint} could not be ended`, error),
    );
  });
}

async function closeEndedRooms({ db, livekit, now }: Context): Promise<void> {
  const since = new Date(now().getTime() - afterEndMs);
  const rows = await db
    .select({ mint: livestreams.mint })
    .from(livestreams)
    .where(gt(livestreams.endedAt, since));
  const closed = rows.flatMap(({ mint }) => roomsOf(mint));
  const standing = await livekit.rooms(closed);
  await inParallel(standing.keys(), callsAtOnce, (room) =>
    livekit.deleteRoom(room).then(
      () => metrics().sweepRepairs.inc({ repair: "room-closed" }),
      (error) => log.warn(`the ended room ${room} could not be closed`, error),
    ),
  );
}
