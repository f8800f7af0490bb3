import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import { recordDecision } from "@/lib/audit/record-decision";
import type { Context } from "@/lib/context";
import type { Livestream } from "@/lib/contracts/livestreams";
import { announce } from "@/lib/db/bus";
import { livestreams } from "@/lib/db/schema/livestreams";
import { stageRoom } from "@/lib/livekit/rooms";
import { presentLivestream, refuseEnded, requireMay } from "@/lib/livestreams/find-livestream";
import { livestreamStatusesBefore } from "@/lib/livestreams/livestream";
import { watchingCount } from "@/lib/participants/watching";
import { mirrorLook } from "@/lib/stage/mirror-look";
import { openStage } from "./open-stage";

/** scheduled → live. Two hosts may click at once: the second finds it already live. */
export async function goLive(context: Context, host: Account, mint: string): Promise<Livestream> {
  const { db, livekit, now } = context;
  const found = await requireMay(db, mint, host.id, "go-live");
  refuseEnded(found.status, "This livestream has ended. Create a new one.");
  await livekit.ensureRoom(stageRoom(mint));
  // A card has to be known before the first viewer could see what it covers.
  if (found.scene !== "show") await mirrorLook(context, mint);
  const began = await db.transaction(async (tx) => {
    const moved = await tx
      .update(livestreams)
      .set({
        status: "live",
        startedAt: now(),
        hostSeenAt: now(),
        peakWatching: watchingCount(mint),
      })
      .where(
        and(
          eq(livestreams.mint, mint),
          inArray(livestreams.status, livestreamStatusesBefore("goLive")),
        ),
      )
      .returning({ mint: livestreams.mint });
    if (moved.length === 0) return false;
    await announce(tx, { mint, what: "livestream" });
    await recordDecision(tx, { mint, event: "show_started", by: host.id });
    return true;
  });
  // Hosts do not wait for this, and the sweep repeats failed calls.
  if (began) {
    livekit.hint(stageRoom(mint), { type: "went-live" });
    void openStage(context, mint, host.id);
  }
  return presentLivestream(db, mint);
}
