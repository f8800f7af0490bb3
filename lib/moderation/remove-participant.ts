import "server-only";
import { and, eq } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import { participants } from "@/lib/db/schema";
import { moveGuest } from "@/lib/guests/move-guest";
import { lobbyRoom, stageRoom } from "@/lib/livekit/rooms";
import { livestreamFor, requireHosted, runsTheShow } from "@/lib/livestreams/find-livestream";
import { log } from "@/lib/log";
import { Problem } from "@/lib/problem";
import { restrict } from "./restrictions";

type Removal = { mint: string; identity: string; ban: boolean };

/** Takes a guest or a viewer out; a ban keeps their account out of this livestream for good. */
export async function removeParticipant(
  { db, livekit, now }: Context,
  host: Account,
  { mint, identity, ban }: Removal,
): Promise<void> {
  await requireHosted(db, mint, host.id);
  const seat = and(eq(participants.mint, mint), eq(participants.identity, identity));
  const [found] = await db.select().from(participants).where(seat);
  if (!found) {
    throw new Problem("participant-not-found", "Nobody in this livestream has this identity.");
  }
  if (
    found.accountId &&
    runsTheShow((await livestreamFor(db, mint, found.accountId))?.role ?? null)
  ) {
    throw new Problem("not-allowed", "A host cannot be removed. Take back the co-host role first.");
  }
  // Void first, disconnect second: a client that reconnects between the two is refused.
  await db.transaction(async (tx) => {
    await tx.update(participants).set({ removedAt: now(), revokedBefore: now() }).where(seat);
    if (found.role === "guest")
      await moveGuest(tx, { mint, identity, move: "remove", by: host.id, at: now() });
    if (ban) {
      const subject = found.accountId ?? identity;
      await restrict(tx, { mint, subject, kind: "ban" }, host.id);
    }
  });
  await Promise.all(
    [stageRoom(mint), ...(found.role === "guest" ? [lobbyRoom(mint)] : [])].map((room) =>
      livekit
        .remove(room, identity)
        .catch((error) => log.warn("a removed participant is still connected", error)),
    ),
  );
}
