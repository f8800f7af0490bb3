import "server-only";
import { and, eq, gt } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import { invalidConfirmation } from "@/lib/accounts/invalid-confirmation";
import { passwordFit } from "@/lib/accounts/passwords";
import type { Context } from "@/lib/context";
import { pendingSignUps } from "@/lib/db/schema/accounts";
import { giveBack, limit } from "@/lib/limits";
import { Problem } from "@/lib/problem";
import { hashSecret } from "@/lib/secrets";
import { takeAdmission } from "./admission";
import { createAccount, refusedSignUp } from "./sign-up";

type Opened = { token: string; password: string; handle?: string; address: string };

/**
 * Creates the account of a mailed link, once. Only the person who filled in the form knows the password:
 * otherwise, opening the link of a stranger's sign-up would create an account that the stranger can sign
 * in to.
 */
export async function finishSignUp(
  { db, now }: Pick<Context, "db" | "now">,
  { token, password, handle, address }: Opened,
): Promise<Account> {
  await limit("link-by-address", address);
  const hash = hashSecret(token);
  const link = and(eq(pendingSignUps.hash, hash), gt(pendingSignUps.expiresAt, now()));
  const [found] = await db.select().from(pendingSignUps).where(link);
  if (!found) throw invalidConfirmation();
  await limit("password", hash);
  if ((await passwordFit(found.passwordHash, password)) === "no") {
    throw new Problem("wrong-password", "Enter the password you chose when you signed up.");
  }
  const { expiresAt: _, hash: __, signUpLink, ...wanted } = found;
  const account = await db
    .transaction(async (tx) => {
      const used = await tx
        .delete(pendingSignUps)
        .where(link)
        .returning({ hash: pendingSignUps.hash });
      if (used.length === 0) throw invalidConfirmation();
      await takeAdmission(tx, { email: wanted.email, signUpLink });
      return createAccount(tx, { ...wanted, handle: handle ?? wanted.handle, role: "user" });
    })
    .catch(refusedSignUp);
  await giveBack("password", hash);
  await giveBack("link-by-address", address);
  return account;
}
