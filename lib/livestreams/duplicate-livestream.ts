import "server-only";
import { and, eq, notExists, sql } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import type { Livestream } from "@/lib/contracts/livestreams";
import { livestreamMembers, livestreams, pictures } from "@/lib/db/schema/livestreams";
import { restrictions } from "@/lib/db/schema/participants";
import { newMint } from "@/lib/ids";
import { limit } from "@/lib/limits";
import { banOf } from "@/lib/participants/restrictions";
import { presentLivestream, requireMay } from "./find-livestream";
import { holdLivestream } from "./hold-livestream";

/** What a copy does not take over: its time, and what happened in the show. */
const fresh = {
  status: "scheduled",
  scheduledAt: null,
  timeZone: null,
  startedAt: null,
  endedAt: null,
  forceEndReason: null,
  hostSeenAt: null,
  scene: "show",
  countdownTo: null,
  spotlight: null,
  tileOrder: [] as string[],
  volumes: {},
  banner: null,
  comment: null,
  chatRevision: 0,
  backstageRevision: 0,
  guestVersion: 0,
  peakWatching: 0,
  createdAt: undefined,
} as const;

/** A draft for the next show like this one: the same details, settings, cover, co-hosts, and viewers who aren’t banned. */
export async function duplicateLivestream(
  { db }: Pick<Context, "db">,
  creator: Account,
  mint: string,
): Promise<Livestream> {
  await requireMay(db, mint, creator.id, "duplicate");
  await limit("livestream", creator.id);
  const copy = newMint();
  await db.transaction(async (tx) => {
    // Its organization's id may be changing with the creator's handle.
    await holdLivestream(tx, mint);
    const { role: _, banned: __, ...row } = await requireMay(tx, mint, creator.id, "duplicate");
    await tx.insert(livestreams).values({ ...row, ...fresh, mint: copy });
    const { accountId, role } = livestreamMembers;
    const bans = tx
      .select({ subject: restrictions.subject })
      .from(restrictions)
      .where(banOf(mint, accountId));
    const members = await tx
      .select({ mint: sql<string>`${copy}`, accountId, role })
      .from(livestreamMembers)
      .where(and(eq(livestreamMembers.mint, mint), notExists(bans)));
    if (members.length > 0) await tx.insert(livestreamMembers).values(members);
    const covers = await tx
      .select()
      .from(pictures)
      .where(and(eq(pictures.mint, mint), eq(pictures.kind, "cover")));
    if (covers.length > 0) {
      await tx.insert(pictures).values(covers.map((cover) => ({ ...cover, mint: copy })));
    }
  });
  return presentLivestream(db, copy);
}
