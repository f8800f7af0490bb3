import "server-only";
import { and, eq, notInArray } from "drizzle-orm";
import { isSuperAdmin } from "@/lib/accounts/account";
import { reserveHandles } from "@/lib/accounts/former-handles";
import { wrongPassword } from "@/lib/auth/current-password";
import type { Context } from "@/lib/context";
import { overStatuses } from "@/lib/contracts/common/livestream-status";
import { announce } from "@/lib/db/bus";
import type { Queries } from "@/lib/db/client";
import { accounts, linkedIdentities } from "@/lib/db/schema/accounts";
import { chatMessages } from "@/lib/db/schema/chat";
import { livestreams } from "@/lib/db/schema/livestreams";
import { participants, restrictions } from "@/lib/db/schema/participants";
import { reports } from "@/lib/db/schema/reports";
import { roomsOf } from "@/lib/livekit/rooms";
import { Problem } from "@/lib/problem";
import { takeOffScreensOf } from "@/lib/stage/comment";
import { dissolveOrganizations, handOverBelongings, revokeInvites } from "./hand-over";
import { holdEverything } from "./hold-everything";
import { settle, type Wish } from "./settle";
import { superAdminStays } from "./super-admin-stays";

type Going = { id: string; passwordHash: string; wish: Wish };
type Seat = { mint: string; identity: string };
/** The connections to close now that the account is gone, and the livestreams that go on. */
export type Erased = { connections: { room: string; identity: string }[]; shows: string[] };

/** Deletes an account's row and everything that is its own, in one transaction. */
export async function eraseAccount(
  { db, now }: Context,
  { id, passwordHash, wish }: Going,
): Promise<Erased> {
  return db.transaction(async (tx) => {
    // Before the account, as a sign-in with the provider locks them.
    await tx.delete(linkedIdentities).where(eq(linkedIdentities.accountId, id));
    const touched = await holdEverything(tx, id);
    const [account] = await tx.select().from(accounts).where(eq(accounts.id, id)).for("update");
    // Changed or reset since it was typed.
    if (account?.passwordHash !== passwordHash) throw wrongPassword();
    if (isSuperAdmin(account)) throw superAdminStays();
    if (account.suspendedAt) throw new Problem("not-signed-in", "An admin suspended this account.");
    // Again under the locks: a co-host or admin may have been removed since.
    const settlement = await settle(tx, id, wish);
    const deleted = await handOverBelongings(tx, id, settlement);
    const turnedAway = await revokeInvites(tx, id, now());
    const seats = await openSeatsOf(tx, id);
    const gone = settlement.organizations.flatMap(({ id: orgId, onlyOwner, to }) =>
      onlyOwner && to === null ? [orgId] : [],
    );
    await dissolveOrganizations(tx, id, gone);
    const names = [...new Set([account.handle, ...gone])];
    await reserveHandles(tx, { accountId: id, names, at: now() });
    await takeOffScreensOf(tx, id);
    await tx.update(chatMessages).set({ authorName: null }).where(eq(chatMessages.author, id));
    await tx.update(reports).set({ authorName: null }).where(eq(reports.author, id));
    await tx.delete(restrictions).where(eq(restrictions.subject, id));
    await tx.delete(accounts).where(eq(accounts.id, id));
    const shows = touched.filter((each) => !deleted.includes(each));
    for (const mint of shows) {
      await announce(tx, { mint, what: "livestream" });
      await announce(tx, { mint, what: "guests" });
    }
    return {
      shows,
      connections: [...seats, ...turnedAway].flatMap(({ mint, identity }) =>
        roomsOf(mint).map((room) => ({ room, identity })),
      ),
    };
  });
}

/** Also seats that LiveKit has not reported as connected yet. */
function openSeatsOf(tx: Queries, accountId: string): Promise<Seat[]> {
  return tx
    .select({ mint: participants.mint, identity: participants.identity })
    .from(participants)
    .innerJoin(livestreams, eq(livestreams.mint, participants.mint))
    .where(
      and(eq(participants.accountId, accountId), notInArray(livestreams.status, overStatuses)),
    );
}
