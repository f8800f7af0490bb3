import "server-only";
import { and, eq } from "drizzle-orm";
import { hashPassword } from "@/lib/accounts/passwords";
import type { Context } from "@/lib/context";
import type { Queries } from "@/lib/db/client";
import { accounts, emailChanges, passwordResets } from "@/lib/db/schema/accounts";
import type { Person } from "./actor";
import { withCurrentPassword, wrongPassword } from "./current-password";
import { endSessionsOf } from "./sessions";

type Passwords = { currentPassword: string; password: string };

/** Sets a new password and ends the account's other sessions. */
export async function changePassword(
  context: Context,
  { id, sessionId }: Pick<Person, "id" | "sessionId">,
  { currentPassword, password }: Passwords,
): Promise<void> {
  const current = { id, typed: currentPassword };
  const closeSeats = await withCurrentPassword(context, current, async (replaced) => {
    const passwordHash = await hashPassword(password);
    return context.db.transaction(async (tx) => {
      // Changed or reset concurrently: the typed password is no longer the current one.
      if (!(await setPassword(tx, { id, passwordHash, replaced }))) throw wrongPassword();
      return endSessionsOf(context, tx, { accountId: id, kept: sessionId });
    });
  });
  await closeSeats();
}

/** Writes the hash and voids the links mailed to the account or made for it. @returns false if the hash is no longer `replaced` */
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
  await tx.delete(emailChanges).where(eq(emailChanges.accountId, id));
  return written.length > 0;
}
