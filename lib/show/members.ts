import "server-only";
import { and, asc, eq, isNotNull, ne } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import { accountByHandle } from "@/lib/accounts/find-account";
import { personColumns } from "@/lib/accounts/person-columns";
import { recordDecision } from "@/lib/audit/record-decision";
import type { Context } from "@/lib/context";
import type { Member } from "@/lib/contracts/livestreams";
import { announce } from "@/lib/db/bus";
import type { Queries } from "@/lib/db/client";
import { namesDeletedAccount } from "@/lib/db/errors";
import { accounts } from "@/lib/db/schema/accounts";
import { livestreamMembers } from "@/lib/db/schema/livestreams";
import { participants } from "@/lib/db/schema/participants";
import { fieldError } from "@/lib/field-errors";
import type { Role } from "@/lib/grants/capabilities";
import { stageRoom } from "@/lib/livekit/rooms";
import { livestreamFor, requireMay } from "@/lib/livestreams/find-livestream";
import { holdLivestream } from "@/lib/livestreams/hold-livestream";
import { closeUnseated } from "@/lib/participants/close-unseated";
import { holdPlace } from "@/lib/participants/featured";
import { voidSeats } from "@/lib/participants/void-seats";
import { invalidField, Problem } from "@/lib/problem";
import { deleteLinkOf } from "@/lib/programme/programme-link";

async function membersOf(db: Queries, mint: string): Promise<Member[]> {
  return db
    .select({
      account: personColumns,
      role: livestreamMembers.role,
    })
    .from(livestreamMembers)
    .innerJoin(accounts, eq(accounts.id, livestreamMembers.accountId))
    .where(eq(livestreamMembers.mint, mint))
    .orderBy(asc(livestreamMembers.createdAt));
}

export async function listMembers({ db }: Pick<Context, "db">, host: Account, mint: string) {
  await requireMay(db, mint, host.id, "list-members");
  return membersOf(db, mint);
}

export async function addMember(
  context: Context,
  creator: Account,
  mint: string,
  { handle, role }: { handle: string; role: Member["role"] },
): Promise<Member[]> {
  const { db } = context;
  await requireMay(db, mint, creator.id, "manage-members");
  const account = await accountByHandle(db, handle);
  if (!account) throw noAccount(handle);
  if (account.id === creator.id) {
    throw invalidField(
      "handle",
      fieldError("already-a-host", "must not be the creator, who is already a host"),
    );
  }
  await changeRole(
    context,
    mint,
    account.id,
    (tx) =>
      tx
        .insert(livestreamMembers)
        .values({ mint, accountId: account.id, role })
        .onConflictDoUpdate({
          target: [livestreamMembers.mint, livestreamMembers.accountId],
          set: { role },
          setWhere: ne(livestreamMembers.role, role),
        }),
    { role, event: "role_given", by: creator.id, detail: role },
  ).catch((error) => {
    throw namesDeletedAccount(error, "livestream_members") ? noAccount(handle) : error;
  });
  return membersOf(db, mint);
}

const noAccount = (handle: string) =>
  new Problem("account-not-found", `There’s no account with the handle @${handle}.`);

export async function removeMember(
  context: Context,
  creator: Account,
  mint: string,
  accountId: string,
): Promise<Member[]> {
  const { db } = context;
  await requireMay(db, mint, creator.id, "manage-members");
  if (accountId === creator.id) {
    throw invalidField(
      "accountId",
      fieldError("not-a-member", "must not be the creator, who is not a member"),
    );
  }
  await changeRole(
    context,
    mint,
    accountId,
    (tx) =>
      tx
        .delete(livestreamMembers)
        .where(and(eq(livestreamMembers.mint, mint), eq(livestreamMembers.accountId, accountId))),
    { role: null, event: "role_taken", by: creator.id },
  );
  return membersOf(db, mint);
}

type RoleChange = {
  /** The new role; null for none. */
  role: Member["role"] | null;
  event: "role_given" | "role_taken";
  by: string;
  detail?: string;
};

/**
 * Changes a role. Decisions about guests lock the livestream too, so one in progress is finished
 * first. Open waiting rooms are read again, and emptied for readers who lost access.
 */
async function changeRole(
  context: Context,
  mint: string,
  accountId: string,
  write: (tx: Queries) => PromiseLike<{ rowCount: number | null }>,
  { role, ...decision }: RoleChange,
): Promise<void> {
  await context.db.transaction(async (tx) => {
    await holdPlace(tx, mint, accountId);
    const endsSeats = endsSeatsOf((await livestreamFor(tx, mint, accountId))?.role ?? null, role);
    if (endsSeats) await voidSeats(tx, { mint, accountId, at: context.now() });
    // Locked after the seats, as by LiveKit's webhooks, and before the row that names the account, as by
    // the account's deletion.
    await holdLivestream(tx, mint);
    if (role !== "host") await deleteLinkOf(tx, { mint, accountId });
    const { rowCount } = await write(tx);
    await announce(tx, { mint, what: "guests" });
    if (rowCount) await recordDecision(tx, { mint, subject: accountId, ...decision });
  });
  await tellRole(context, mint, accountId, role);
  if (role !== "host") await closeUnseated(context, [mint]);
}

/**
 * A co-host who becomes something else still has a host token: it is void from now on. Moderators
 * have a viewer's seat, which stays if they may still watch.
 */
const endsSeatsOf = (before: Role | null, after: Member["role"] | null): boolean =>
  after === "moderator" ? before === "host" : after !== "host" && before !== "moderator";

/** Open watch pages show or hide what the role may do. */
async function tellRole(
  { db, livekit }: Context,
  mint: string,
  accountId: string,
  role: Member["role"] | null,
): Promise<void> {
  const { identity, sid } = participants;
  const seats = await db
    .select({ identity })
    .from(participants)
    .where(and(eq(participants.mint, mint), eq(participants.accountId, accountId), isNotNull(sid)));
  // LiveKit treats an empty list as everyone.
  if (seats.length === 0) return;
  const to = seats.map(({ identity }) => identity);
  livekit.hint(stageRoom(mint), { type: "role", role: role ?? "anyone" }, to);
}
