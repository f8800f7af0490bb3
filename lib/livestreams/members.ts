import "server-only";
import { and, asc, eq } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import { accountByHandle } from "@/lib/accounts/find-account";
import { personColumns } from "@/lib/accounts/person-columns";
import type { Context } from "@/lib/context";
import type { Member } from "@/lib/contracts/livestreams";
import type { Queries } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { livestreamMembers } from "@/lib/db/schema/livestreams";
import { voidSeats } from "@/lib/participants/void-seats";
import { Problem } from "@/lib/problem";
import { requireCreated, requireHosted } from "./find-livestream";

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
  await requireHosted(db, mint, host.id);
  return membersOf(db, mint);
}

export async function addMember(
  context: Context,
  creator: Account,
  mint: string,
  { handle, role }: { handle: string; role: Member["role"] },
): Promise<Member[]> {
  const { db } = context;
  await requireCreated(db, mint, creator.id);
  const account = await accountByHandle(db, handle);
  if (!account) throw new Problem("account-not-found", `There is no account @${handle}.`);
  if (account.id === creator.id) {
    throw new Problem("invalid-request", "handle: the creator is a host already.", {
      errors: { handle: ["the creator is a host already"] },
    });
  }
  await db
    .insert(livestreamMembers)
    .values({ mint, accountId: account.id, role })
    .onConflictDoUpdate({
      target: [livestreamMembers.mint, livestreamMembers.accountId],
      set: { role },
    });
  // A co-host who is made a viewer still holds a host's token: it is void from now on.
  if (role === "viewer") await voidSeats(context, mint, account.id);
  return membersOf(db, mint);
}

export async function removeMember(
  context: Context,
  creator: Account,
  mint: string,
  accountId: string,
): Promise<Member[]> {
  const { db } = context;
  await requireCreated(db, mint, creator.id);
  if (accountId === creator.id) {
    throw new Problem("invalid-request", "accountId: the creator is no member.", {
      errors: { accountId: ["the creator is no member"] },
    });
  }
  await db
    .delete(livestreamMembers)
    .where(and(eq(livestreamMembers.mint, mint), eq(livestreamMembers.accountId, accountId)));
  await voidSeats(context, mint, accountId);
  return membersOf(db, mint);
}
