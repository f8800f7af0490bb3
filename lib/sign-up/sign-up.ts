import "server-only";
import type { Account } from "@/lib/accounts/account";
import { accountColumns } from "@/lib/accounts/account-columns";
import { emailTaken } from "@/lib/accounts/find-account";
import { handleTaken, isFormerHandle } from "@/lib/accounts/former-handles";
import { isFounderCode } from "@/lib/accounts/founder-code";
import { isFounded } from "@/lib/accounts/is-founded";
import { hashPassword } from "@/lib/accounts/passwords";
import { isReservedHandle } from "@/lib/accounts/reserved-handles";
import type { Context } from "@/lib/context";
import type { Queries } from "@/lib/db/client";
import { brokenConstraint } from "@/lib/db/errors";
import { accounts, linkedIdentities } from "@/lib/db/schema/accounts";
import { takeTurns } from "@/lib/db/take-turns";
import { newAccountId } from "@/lib/ids";
import { foundPersonalOrganization } from "@/lib/organizations/found-organization";
import { Problem } from "@/lib/problem";
import { requireAdmission, takeAdmission } from "./admission";

/** A person at an OpenID Connect provider. */
export type Identity = { issuer: string; subject: string };

export type NewAccount = {
  email: string;
  handle: string;
  name: string;
  /** Null for someone who signs in with a provider. */
  password: string | null;
  /** The provider's subject that can sign in to the account. */
  identity?: Identity;
  /** Whether that provider did not say whether it has verified the address. */
  unverified?: boolean;
  ordinary?: boolean;
  /** The founder's code. */
  code?: string;
  /** Whether the request comes from this machine, which needs no code. */
  fromThisMachine?: boolean;
  /** The hash of the secret in an admin's link. */
  signUpLink?: string;
};

/**
 * Whether this account may become super admin. An installation's first visitor may be a stranger,
 * so being first is not enough.
 *
 * @throws for a wrong code, because its holder would get an ordinary account unexpectedly
 */
export function mayFound({ ordinary, code, fromThisMachine }: NewAccount): boolean {
  if (ordinary) return false;
  if (code === undefined) return fromThisMachine ?? false;
  if (isFounderCode(code)) return true;
  throw new Problem("not-allowed", "This code is wrong. Use the link that npm start prints.");
}

/**
 * Creates the account and its own organization. The first account created from this machine or with
 * the founder's code becomes super admin; any other is ordinary and leaves that role open.
 */
export async function signUp({ db }: Pick<Context, "db">, wanted: NewAccount): Promise<Account> {
  // Before the password is hashed, which is meant to be slow.
  if (!(await founds(db, wanted))) await requireAdmission(db, wanted);
  const passwordHash = wanted.password === null ? null : await hashPassword(wanted.password);
  const { email, handle, name, identity } = wanted;
  return db
    .transaction(async (tx) => {
      // Serialized, so that exactly one of two parallel first sign-ups founds the installation.
      await takeTurns(tx, "sign-up");
      const role = (await founds(tx, wanted)) ? "super_admin" : "user";
      if (role === "user") await takeAdmission(tx, wanted);
      const account = await createAccount(tx, { email, handle, name, passwordHash, role });
      if (identity) {
        await tx.insert(linkedIdentities).values({ ...identity, accountId: account.id });
      }
      return account;
    })
    .catch(refusedSignUp);
}

const founds = async (db: Queries, wanted: NewAccount): Promise<boolean> =>
  !(await isFounded({ db })) && mayFound(wanted);

/** Writes the account and its own organization, in the caller's transaction. */
export async function createAccount(
  tx: Queries,
  values: Omit<typeof accounts.$inferInsert, "id">,
): Promise<Account> {
  if (isReservedHandle(values.handle)) throw handleTaken();
  const [account] = await tx
    .insert(accounts)
    .values({ ...values, id: newAccountId() })
    .returning(accountColumns);
  if (!account) throw new Error("the account was not returned");
  await foundPersonalOrganization(tx, account);
  if (await isFormerHandle(tx, account.handle)) throw handleTaken();
  return account;
}

/** Rethrows an error of `createAccount`'s transaction: as a problem if someone has the email or the handle. */
export function refusedSignUp(error: unknown): never {
  const broken = brokenConstraint(error);
  if (broken === "accounts_email_key") throw emailTaken();
  if (broken === "accounts_handle_key" || broken === "organizations_pkey") throw handleTaken();
  throw error;
}
