import "server-only";
import { and, eq, getTableColumns, isNull } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import { recordDecision } from "@/lib/audit/record-decision";
import type { Context } from "@/lib/context";
import { invites } from "@/lib/db/schema/guests";
import { may } from "@/lib/grants/capabilities";
import { holdLivestream } from "@/lib/livestreams/hold-livestream";
import { Problem } from "@/lib/problem";
import { mayDecide } from "./decider";
import { expireGuests } from "./expire-guests";
import { askerIn } from "./guest-access";
import { dismissGuests } from "./mirror-decision";
import { outsideShow } from "./outside-show";

const noInvite = () => new Problem("invite-not-found", "You don’t have an invite with this ID.");

/**
 * The link stops working and guests waiting with it are turned away; guests on stage stay. Inviters
 * may always revoke their own link, but it turns guests away only while they may decide about them.
 */
export async function revokeInvite(context: Context, host: Account, jti: string): Promise<void> {
  const { db, now } = context;
  const [known] = await db.select().from(invites).where(eq(invites.jti, jti));
  if (!known) throw noInvite();
  const { mint } = known;
  const sentAway = await db.transaction(async (tx) => {
    await holdLivestream(tx, mint);
    const [invite] = await tx
      .select({ ...getTableColumns(invites), outside: outsideShow })
      .from(invites)
      .where(eq(invites.jti, jti));
    const asking = await askerIn(tx, mint, host.id);
    if (!invite || !asking) throw noInvite();
    const { asker } = asking;
    const isOwn = invite.createdBy === host.id;
    if (!isOwn && !may(asker.role, "revoke-invites")) throw noInvite();
    const revoked = await tx
      .update(invites)
      .set({ revokedAt: now() })
      .where(and(eq(invites.jti, jti), isNull(invites.revokedAt)))
      .returning({ jti: invites.jti });
    if (revoked.length > 0)
      await recordDecision(tx, { mint, event: "invite_revoked", by: host.id });
    const turnsAway = mayDecide(asker, { ...invite, allowAll: false, allowedAdmins: [] });
    return turnsAway ? await expireGuests(tx, mint, jti) : [];
  });
  await dismissGuests(context, mint, sentAway);
}
