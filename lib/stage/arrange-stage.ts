import "server-only";
import { and, eq, notInArray } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import { recordDecision } from "@/lib/audit/record-decision";
import type { Context } from "@/lib/context";
import { overStatuses } from "@/lib/contracts/common/livestream-status";
import type { StageLook } from "@/lib/contracts/look";
import { announce } from "@/lib/db/bus";
import { livestreams } from "@/lib/db/schema/livestreams";
import { livestreamEnded, requireMay } from "@/lib/livestreams/find-livestream";
import { lookOf } from "@/lib/livestreams/look";
import { standingOf } from "@/lib/participants/standing";
import { Problem } from "@/lib/problem";
import { mirrorLook } from "./mirror-look";

type Changes = Partial<StageLook> & { mint: string };

/** Changes the look of the stage for all viewers, also before the show. */
export async function arrangeStage(
  context: Context,
  host: Account,
  { mint, ...changes }: Changes,
): Promise<StageLook> {
  const { db } = context;
  await requireMay(db, mint, host.id, "arrange-stage");
  if (changes.spotlight && !(await standingOf(db, mint, changes.spotlight))) {
    throw new Problem("participant-not-found", "This person is no longer here.");
  }
  const look = await db.transaction(async (tx) => {
    const open = and(eq(livestreams.mint, mint), notInArray(livestreams.status, overStatuses));
    const [before] = await tx.select().from(livestreams).where(open).for("no key update");
    const [row] = await tx
      .update(livestreams)
      .set({ ...changes, mint })
      .where(open)
      .returning();
    if (!before || !row) throw livestreamEnded();
    await announce(tx, { mint, what: "livestream" });
    const names = Object.keys(changes) as (keyof StageLook)[];
    const [detail, ...others] = names.filter((name) => row[name] !== before[name]);
    const decision = { mint, event: "look_changed", by: host.id } as const;
    if (detail)
      await recordDecision(tx, { ...decision, detail: others.length > 0 ? null : detail });
    return lookOf(row);
  });
  await mirrorLook(context, mint, look);
  return look;
}
