import "server-only";
import { and, eq, notInArray } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import { recordDecision } from "@/lib/audit/record-decision";
import type { Context } from "@/lib/context";
import { tileOrderMax } from "@/lib/contracts/common/limits";
import { overStatuses } from "@/lib/contracts/common/livestream-status";
import type { LookChanges, StageLook } from "@/lib/contracts/look";
import { announce } from "@/lib/db/bus";
import type { Queries } from "@/lib/db/client";
import { livestreams } from "@/lib/db/schema/livestreams";
import { type LivestreamRow, livestreamEnded, requireMay } from "@/lib/livestreams/find-livestream";
import { lookOf } from "@/lib/livestreams/look";
import { standingOf } from "@/lib/participants/standing";
import { Problem } from "@/lib/problem";
import { commentOf } from "./comment";
import { mirrorLook } from "./mirror-look";

type Changes = LookChanges & { mint: string };

/** Changes the look of the programme for all viewers, also before the show. */
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
    if (!before) throw livestreamEnded();
    const columns = await columnsOf(tx, before, changes, context.now());
    const [row] = await tx
      .update(livestreams)
      .set({ ...columns, mint })
      .where(open)
      .returning();
    if (!row) throw livestreamEnded();
    await announce(tx, { mint, what: "livestream" });
    const [was, is] = [lookOf(before), lookOf(row)];
    const names = differences(was, is);
    if (names.length > 0) {
      const detail = names.length === 1 || names[0] === "scene" ? (names[0] ?? null) : null;
      await recordDecision(tx, { mint, event: "look_changed", by: host.id, detail });
    }
    return is;
  });
  await mirrorLook(context, mint);
  return look;
}

async function columnsOf(tx: Queries, row: LivestreamRow, changes: LookChanges, now: Date) {
  const { countdownSeconds, comment, volumes, ...plain } = changes;
  const counts = countdownSeconds !== undefined || plain.scene !== undefined;
  const countdownTo = countdownSeconds ? new Date(now.getTime() + countdownSeconds * 1000) : null;
  return {
    ...plain,
    ...(counts && { countdownTo }),
    ...(comment === null && { comment }),
    ...(comment && { comment: await commentOf(tx, row.mint, comment) }),
    ...(plain.tileOrder && { tileOrder: [...new Set(plain.tileOrder)] }),
    ...(volumes && { volumes: turned(row.volumes, volumes) }),
  };
}

/** Keeps only the volumes that differ from the usual one, so that the room's metadata stays small. */
function turned(were: StageLook["volumes"], changes: NonNullable<LookChanges["volumes"]>) {
  const are = Object.fromEntries(changes.map(({ identity, volume }) => [identity, volume]));
  // The new ones first, so that they are not the ones that are cut off.
  const all = Object.entries({ ...are, ...were, ...are }).filter(([, volume]) => volume < 1);
  return Object.fromEntries(all.slice(0, tileOrderMax));
}

/** The scene first. A countdown belongs to it. */
function differences(was: StageLook, is: StageLook) {
  const names = Object.keys(is) as (keyof StageLook)[];
  return names.filter(
    (name) => name !== "countdownTo" && JSON.stringify(was[name]) !== JSON.stringify(is[name]),
  );
}
