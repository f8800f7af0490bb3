import "server-only";
import { and, eq, inArray, ne } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import type { Queries } from "@/lib/db/client";
import { participants } from "@/lib/db/schema/participants";
import { may } from "@/lib/grants/capabilities";
import { guestsOfSecret } from "@/lib/guests/guest-cookie";
import { reinstateGuest } from "@/lib/guests/reinstate-guest";
import { meetGuestToDecide } from "@/lib/guests/who-decides";
import { inviteState, refuseSpentInvite } from "@/lib/invites/find-invite";
import { refuseEnded, requireMay } from "@/lib/livestreams/find-livestream";
import { lift, restrictionsAmong } from "@/lib/participants/restrictions";
import { Problem } from "@/lib/problem";

type Lifted = { mint: string; subject: string };
type Met = NonNullable<Awaited<ReturnType<typeof meetGuestToDecide>>>;

/**
 * Takes back a denial, a removal or a ban. A guest waits again, a viewer may watch again; twice is
 * once. A denial is taken back by whoever may decide about the guest, the others by hosts.
 *
 * @returns the identity under which a guest waits; null where none does
 */
export async function liftRestriction(
  { db, now }: Pick<Context, "db" | "now">,
  host: Account,
  { mint, subject }: Lifted,
): Promise<string | null> {
  return db.transaction(async (tx) => {
    // Locks the livestream: of two hosts the second sees what the first did.
    const met = await meetGuestToDecide(tx, host.id, { mint, identity: subject });
    if (met) return liftFromGuest(tx, met, now());
    const { status } = await requireMay(tx, mint, host.id, "remove");
    refuseEnded(status);
    await liftFromViewer(tx, { mint, subject });
    return null;
  });
}

async function liftFromGuest(
  tx: Queries,
  { guest, invite, livestream, asker }: Met,
  at: Date,
): Promise<string | null> {
  const { mint, identity, status } = guest;
  refuseEnded(livestream.status);
  const banned = (await restrictionsAmong(tx, mint, [identity]))(identity).has("ban");
  if ((status === "removed" || banned) && !may(asker.role, "remove")) {
    throw new Problem("not-allowed", "Only the hosts of this livestream may do this.");
  }
  if (banned) await lift(tx, { mint, subject: identity, kind: "ban" });
  // Without a working link their page cannot wait; a ban is lifted all the same.
  else refuseSpentInvite(invite, at);
  const back = banned ? await removedWith(tx, guest) : guest;
  if (!back || inviteState(invite, at) !== "valid") return null;
  return reinstateGuest(tx, { guest: back, by: asker.accountId, at });
}

/** What the ban removed: this guest, or what their browser became later by the same link. */
async function removedWith(tx: Queries, guest: Met["guest"]): Promise<Met["guest"] | undefined> {
  const browser = await guestsOfSecret(tx, guest.mint, guest.secretHash);
  return browser.find(({ jti, status }) => jti === guest.jti && status === "removed");
}

/** By an account, or by an identity that it had here. Tokens from before the removal stay void. */
async function liftFromViewer(tx: Queries, { mint, subject }: Lifted): Promise<void> {
  const seat = and(eq(participants.mint, mint), ne(participants.role, "guest"));
  const [seated] = await tx
    .select({ accountId: participants.accountId })
    .from(participants)
    .where(and(seat, eq(participants.identity, subject)));
  const subjects = [...new Set([subject, seated?.accountId ?? subject])];
  const decided = await restrictionsAmong(tx, mint, subjects);
  if (!seated && !subjects.some((each) => decided(each).has("ban"))) {
    throw new Problem("participant-not-found", "Nobody in this livestream has this identity.");
  }
  for (const each of subjects) await lift(tx, { mint, subject: each, kind: "ban" });
  await tx
    .update(participants)
    .set({ removedAt: null })
    .where(and(seat, inArray(participants.identity, subjects)));
}
