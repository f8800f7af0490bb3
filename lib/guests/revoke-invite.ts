import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import { invites } from "@/lib/db/schema/guests";
import { livestreamFor, runsTheShow } from "@/lib/livestreams/find-livestream";
import { Problem } from "@/lib/problem";
import { expireGuests } from "./expire-guests";
import { dismissGuests } from "./mirror-decision";

/** The link is worthless from now on: who waits by it is sent away, who is on stage stays. */
export async function revokeInvite(context: Context, host: Account, jti: string): Promise<void> {
  const { db, now } = context;
  const [invite] = await db.select().from(invites).where(eq(invites.jti, jti));
  const livestream = invite && (await livestreamFor(db, invite.mint, host.id));
  if (!invite || !livestream || !(runsTheShow(livestream.role) || invite.createdBy === host.id)) {
    throw new Problem("invite-not-found", "You have no invite with this id.");
  }
  const sentAway = await db.transaction(async (tx) => {
    await tx
      .update(invites)
      .set({ revokedAt: now() })
      .where(and(eq(invites.jti, jti), isNull(invites.revokedAt)));
    return expireGuests(tx, invite.mint, jti);
  });
  await dismissGuests(context, livestream, sentAway);
}
