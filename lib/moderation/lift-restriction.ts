import "server-only";
import { and, eq, inArray, ne } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import { recordDecision } from "@/lib/audit/record-decision";
import type { Context } from "@/lib/context";
import { isOver } from "@/lib/contracts/common/livestream-status";
import type { Queries } from "@/lib/db/client";
import { participants } from "@/lib/db/schema/participants";
import { may } from "@/lib/grants/capabilities";
import { findGuest } from "@/lib/guests/find-guest";
import { loadGuestToDecide } from "@/lib/guests/guest-access";
import { guestsOfSecret } from "@/lib/guests/guest-cookie";
import { reinstateGuest } from "@/lib/guests/reinstate-guest";
import { inviteState, refuseSpentInvite } from "@/lib/invites/find-invite";
import { limit } from "@/lib/limits";
import {
  livestreamFor,
  livestreamNotFound,
  refuseEnded,
  requireMay,
} from "@/lib/livestreams/find-livestream";
import { holdLivestream } from "@/lib/livestreams/hold-livestream";
import { lift, restrictionsAmong } from "@/lib/participants/restrictions";
import { Problem } from "@/lib/problem";

type Lifted = { mint: string; subject: string };
type FoundGuest = NonNullable<Awaited<ReturnType<typeof loadGuestToDecide>>>;

/**
 * Undoes a denial, removal or ban: a guest waits again, a viewer can watch again. Idempotent.
 * Anyone who may decide about a guest can undo a denial; only hosts can undo a guest's removal or
 * ban.
 *
 * @returns the identity of the waiting guest; null if no guest waits again
 */
export async function liftRestriction(
  { db, now }: Pick<Context, "db" | "now">,
  host: Account,
  { mint, subject }: Lifted,
): Promise<string | null> {
  await limit("decision", host.id);
  return db.transaction(async (tx) => {
    // Locks the livestream, so that the second of two hosts sees what the first did.
    const found = await loadGuestToDecide(tx, host.id, { mint, identity: subject });
    if (found) return liftFromGuest(tx, found, now());
    // Hosts find all guests above.
    const action = subject.startsWith("g_") ? "remove-from-stage" : "remove";
    const { status } = await requireMay(tx, mint, host.id, action);
    refuseEnded(status);
    await liftFromViewer(tx, { mint, subject }, host.id);
    return null;
  });
}

/**
 * The same for a ban, by an admin of the installation, who needs no role in the show. Once the show is
 * over, the ban alone is lifted.
 */
export async function liftBanAsAdmin(
  { db, now }: Pick<Context, "db" | "now">,
  admin: Account,
  { mint, subject }: Lifted,
): Promise<void> {
  await db.transaction(async (tx) => {
    await holdLivestream(tx, mint);
    const livestream = await livestreamFor(tx, mint, admin.id);
    if (!livestream) throw livestreamNotFound();
    if (!(await restrictionsAmong(tx, mint, [subject]))(subject).has("ban")) return;
    if (isOver(livestream.status)) return liftBan(tx, { mint, subject }, admin.id);
    const found = await findGuest(tx, mint, subject);
    if (!found) return liftFromViewer(tx, { mint, subject }, admin.id);
    const asker = { accountId: admin.id, role: "host", administers: new Set<string>() } as const;
    await liftFromGuest(tx, { ...found, livestream, asker }, now());
  });
}

async function liftFromGuest(
  tx: Queries,
  { guest, invite, livestream, asker }: FoundGuest,
  at: Date,
): Promise<string | null> {
  const { mint, identity, status } = guest;
  refuseEnded(livestream.status);
  const banned = (await restrictionsAmong(tx, mint, [identity]))(identity).has("ban");
  if ((status === "removed" || banned) && !may(asker.role, "remove-from-stage")) {
    throw new Problem("not-allowed", "Only the hosts of this livestream may do this.");
  }
  // A guest needs an active link to wait again; a ban is lifted regardless.
  if (!banned) refuseSpentInvite(invite, at);
  else await liftBan(tx, { mint, subject: identity }, asker.accountId);
  const back = banned ? await removedWith(tx, guest) : guest;
  if (!back || inviteState(invite, at) !== "valid") return null;
  return reinstateGuest(tx, { guest: back, by: asker.accountId, at });
}

/** The guest that the ban removed: this one, or a later one of the same browser and link. */
async function removedWith(
  tx: Queries,
  guest: FoundGuest["guest"],
): Promise<FoundGuest["guest"] | undefined> {
  const browser = await guestsOfSecret(tx, guest.mint, guest.secretHash);
  return browser.find(({ jti, status }) => jti === guest.jti && status === "removed");
}

/** `subject` is an account id or one of its identities here. Tokens from before the removal stay void. */
async function liftFromViewer(tx: Queries, { mint, subject }: Lifted, by: string): Promise<void> {
  const seat = and(
    eq(participants.mint, mint),
    ne(participants.role, "guest"),
    eq(participants.hidden, false),
  );
  const [seated] = await tx
    .select({ accountId: participants.accountId })
    .from(participants)
    .where(and(seat, eq(participants.identity, subject)));
  const subjects = [...new Set([subject, seated?.accountId ?? subject])];
  const decided = await restrictionsAmong(tx, mint, subjects);
  const banned = subjects.filter((each) => decided(each).has("ban"));
  if (!seated && banned.length === 0) {
    throw new Problem("participant-not-found", "No one in this livestream has this identity.");
  }
  for (const each of banned) await liftBan(tx, { mint, subject: each }, by);
  await tx
    .update(participants)
    .set({ removedAt: null })
    .where(and(seat, inArray(participants.identity, subjects)));
}

async function liftBan(tx: Queries, { mint, subject }: Lifted, by: string): Promise<void> {
  await lift(tx, { mint, subject, kind: "ban" });
  await recordDecision(tx, { mint, event: "ban_lifted", by, subject });
}
