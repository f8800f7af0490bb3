import "server-only";
import type { Account } from "@/lib/accounts/account";
import { handleTaken, isFormerHandle } from "@/lib/accounts/former-handles";
import { isFounderCode } from "@/lib/accounts/founder-code";
import { isFounded } from "@/lib/accounts/is-founded";
import { hashPassword } from "@/lib/accounts/passwords";
import { isReservedHandle } from "@/lib/accounts/reserved-handles";
import type { Context } from "@/lib/context";
import { brokenConstraint } from "@/lib/db/errors";
import { accounts, linkedIdentities } from "@/lib/db/schema/accounts";
import { takeTurns } from "@/lib/db/take-turns";
import { newAccountId } from "@/lib/ids";
import { foundPersonalOrganization } from "@/lib/organizations/found-organization";
import { Problem } from "@/lib/problem";

/** A person at an OpenID Connect provider. */
export type Identity = { issuer: string; subject: string };

type NewAccount = {
  email: string;
  handle: string;
  name: string;
  /** Null for someone who signs in with a provider. */
  password: string | null;
  /** The provider's subject that can sign in to the account. */
  identity?: Identity;
  ordinary?: boolean;
  /** The founder's code. */
  code?: string;
  /** Whether the request comes from this machine, which needs no code. */
  fromThisMachine?: boolean;
};

/**
 * Whether this account may become super admin. An installation's first visitor may be a stranger,
 * so being first is not enough.
 *
 * @throws for a wrong code, because its holder would get an ordinary account unexpectedly
 */
function mayFound({ ordinary, code, fromThisMachine }: NewAccount): boolean {
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
  if (isReservedHandle(wanted.handle)) throw handleTaken();
  const passwordHash = wanted.password === null ? null : await hashPassword(wanted.password);
  const { email, handle, name, identity } = wanted;
  try {
    return await db.transaction(async (tx) => {
      // Serialized, so that exactly one of two parallel first sign-ups founds the installation.
      await takeTurns(tx, "sign-up");
      const founds = !(await isFounded({ db: tx })) && mayFound(wanted);
      const [account] = await tx
        .insert(accounts)
        .values({
          email,
          handle,
          name,
          id: newAccountId(),
          passwordHash,
          role: founds ? "super_admin" : "user",
        })
        .returning();
      if (!account) throw new Error("the account was not returned");
      await foundPersonalOrganization(tx, account);
      if (identity)
        await tx.insert(linkedIdentities).values({ ...identity, accountId: account.id });
      if (await isFormerHandle(tx, handle)) throw handleTaken();
      return account;
    });
  } catch (error) {
    const broken = brokenConstraint(error);
    if (broken === "accounts_email_key") {
      throw new Problem("email-taken", "There’s already an account with this email address.");
    }
    if (broken === "accounts_handle_key" || broken === "organizations_pkey") {
      throw handleTaken();
    }
    throw error;
  }
}
