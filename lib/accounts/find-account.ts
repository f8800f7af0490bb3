import "server-only";
import { eq, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Queries } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { Problem } from "@/lib/problem";
import { type Account, isAdmin } from "./account";
import { accountColumns } from "./account-columns";
import { hasOrHadHandle } from "./former-handles";

/** By its handle, or one that it had before. */
export async function accountByHandle(db: Queries, handle: string): Promise<Account | null> {
  const [row] = await db.select(accountColumns).from(accounts).where(hasOrHadHandle(handle));
  return row ?? null;
}

/**
 * The account's handle, which is also its organization's id. It stays as it is until the transaction, or the
 * statement this is part of, ends.
 */
export const heldHandle = (accountId: string): SQL => held(accounts.handle, accountId);

/**
 * The account's name, or null if it is gone. Locked: a deletion of the account under way also removes the name that
 * the statement stores.
 */
export const heldName = (accountId: string): SQL<string | null> => held(accounts.name, accountId);

const held = (column: PgColumn, accountId: string) =>
  sql<
    string | null
  >`(select ${column} from ${accounts} where ${accounts.id} = ${accountId} for key share)`;

/** By id or by handle: API clients may use either as `creator`. */
export async function accountByIdOrHandle(db: Queries, word: string): Promise<Account | null> {
  const [row] = await db
    .select(accountColumns)
    .from(accounts)
    .where(or(eq(accounts.id, word), hasOrHadHandle(word.toLowerCase())));
  return row ?? null;
}

/** Whether an account is an admin of this installation, and not suspended. */
export async function isActiveAdmin(db: Queries, id: string): Promise<boolean> {
  const [row] = await db.select(accountColumns).from(accounts).where(eq(accounts.id, id));
  return row !== undefined && isAdmin(row) && row.suspendedAt === null;
}

/** Whether an account signs in with this email address. */
export async function hasAccount(db: Queries, email: string): Promise<boolean> {
  const rows = await db.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email));
  return rows.length > 0;
}

export const emailTaken = () =>
  new Problem("email-taken", "There’s already an account with this email address.");
