import "server-only";
import { and, eq } from "drizzle-orm";
import { hashPassword, passwordFit } from "@/lib/accounts/passwords";
import type { Context } from "@/lib/context";
import type { Queries } from "@/lib/db/client";
import { accounts, passwordResets } from "@/lib/db/schema/accounts";
import { giveBack, limit } from "@/lib/limits";
import { Problem } from "@/lib/problem";
import type { Person } from "./actor";
import { endSessionsOf } from "./sessions";

type Passwords = { currentPassword: string; password: string };

/** Sets a new password and ends the account's other sessions. */
export async function changePassword(
  context: Context,
  { id, sessionId }: Pick<Person, "id" | "sessionId">,
  { currentPassword, password }: Passwords,
): Promise<void> {
  // Counted before the check, so that concurrent attempts cannot exceed the limit.
  await limit("password", id);
  const [found] = await context.db
    .select({ passwordHash: accounts.passwordHash })
    .from(accounts)
    .where(eq(accounts.id, id));
  if (!found || (await passwordFit(found.passwordHash, currentPassword)) === "no") {
    throw wrongPassword();
  }
  const passwordHash = await hashPassword(password);
  const closeSeats = await context.db.transaction(async (tx) => {
    const replaced = await setPassword(tx, { id, passwordHash, replaced: found.passwordHash });
    // Changed or reset concurrently: the typed password is no longer the current one.
    if (!replaced) throw wrongPassword();
    return endSessionsOf(context, tx, { accountId: id, kept: sessionId });
  });
  await giveBack("password", id);
  await closeSeats();
}

const wrongPassword = () => new Problem("wrong-password", "The current password is wrong.");

/** Writes the hash and deletes the account's reset link. @returns false if the hash is no longer `replaced` */
export async function setPassword(
  tx: Queries,
  { id, passwordHash, replaced }: { id: string; passwordHash: string; replaced?: string },
): Promise<boolean> {
  const written = await tx
    .update(accounts)
    .set({ passwordHash })
    .where(
      and(
        eq(accounts.id, id),
        replaced === undefined ? undefined : eq(accounts.passwordHash, replaced),
      ),
    )
    .returning({ id: accounts.id });
  await tx.delete(passwordResets).where(eq(passwordResets.accountId, id));
  return written.length > 0;
}
