import "server-only";
import { and, eq } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import { accountColumns } from "@/lib/accounts/account-columns";
import { handleTaken, isFormerHandle } from "@/lib/accounts/former-handles";
import { isReservedHandle } from "@/lib/accounts/reserved-handles";
import type { Context } from "@/lib/context";
import type { Queries } from "@/lib/db/client";
import { brokenConstraint } from "@/lib/db/errors";
import { accounts, formerHandles } from "@/lib/db/schema/accounts";
import { giveBack, limit } from "@/lib/limits";
import { holdLivestreamsOf } from "@/lib/livestreams/hold-livestream";
import { changePersonalOrganization } from "@/lib/organizations/found-organization";

type Wanted = { name?: string; handle?: string };

/** Changes the name or the handle of an account. */
export async function editProfile(
  { db }: Pick<Context, "db">,
  account: Account,
  { name, handle }: Wanted,
): Promise<Account> {
  if (handle === undefined || handle === account.handle) {
    if (name === undefined) return account;
    return db.transaction((tx) => changeName(tx, account.id, name));
  }
  if (isReservedHandle(handle)) throw handleTaken();
  // Each change reserves a handle, so one account must not take them all.
  await limit("handle", account.id);
  try {
    return await db.transaction((tx) => changeHandle(tx, account, { name, handle }));
  } catch (error) {
    await giveBack("handle", account.id);
    const broken = brokenConstraint(error);
    if (broken === "accounts_handle_key" || broken === "organizations_pkey") throw handleTaken();
    throw error;
  }
}

async function changeName(tx: Queries, id: string, name: string): Promise<Account> {
  const before = await hold(tx, id, "no key update");
  const account = await write(tx, id, { name });
  await changePersonalOrganization(tx, before, account);
  return account;
}

async function changeHandle(
  tx: Queries,
  { id, handle: current }: Account,
  { name, handle }: Wanted & { handle: string },
): Promise<Account> {
  // Before the account, in the order of decisions: they hold their livestream, then name the account.
  await holdLivestreamsOf(tx, current);
  const before = await hold(tx, id, "update");
  await tx
    .delete(formerHandles)
    .where(and(eq(formerHandles.handle, handle), eq(formerHandles.accountId, id)));
  // Accounts first, as in a sign-up: two that want one handle then wait instead of blocking each other.
  const account = await write(tx, id, { name, handle });
  if (before.handle !== handle) {
    await tx.insert(formerHandles).values({ handle: before.handle, accountId: id });
  }
  await changePersonalOrganization(tx, before, account);
  // Last: waiting for the unique index lets someone else's change finish first.
  if (await isFormerHandle(tx, handle)) throw handleTaken();
  return account;
}

async function hold(tx: Queries, id: string, strength: "update" | "no key update") {
  const [row] = await tx
    .select({ handle: accounts.handle, name: accounts.name })
    .from(accounts)
    .where(eq(accounts.id, id))
    .for(strength);
  if (!row) throw new Error("the account was not found");
  return row;
}

async function write(db: Queries, id: string, changed: Wanted): Promise<Account> {
  const [row] = await db
    .update(accounts)
    .set(changed)
    .where(eq(accounts.id, id))
    .returning(accountColumns);
  if (!row) throw new Error("the account was not returned");
  return row;
}
