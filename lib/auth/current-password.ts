import "server-only";
import { eq } from "drizzle-orm";
import { passwordFit } from "@/lib/accounts/passwords";
import type { Context } from "@/lib/context";
import { accounts } from "@/lib/db/schema/accounts";
import { giveBack, limit } from "@/lib/limits";
import { Problem } from "@/lib/problem";

export const wrongPassword = () => new Problem("wrong-password", "The current password is wrong.");

/**
 * Runs `work` if the typed password is the account's, with the hash that it matched. Wrong passwords are
 * limited by account.
 */
export async function withCurrentPassword<T>(
  { db }: Pick<Context, "db">,
  { id, typed }: { id: string; typed: string },
  work: (passwordHash: string) => Promise<T>,
): Promise<T> {
  // Counted before the check, so that concurrent attempts cannot exceed the limit.
  await limit("password", id);
  const [found] = await db
    .select({ passwordHash: accounts.passwordHash })
    .from(accounts)
    .where(eq(accounts.id, id));
  if (!found?.passwordHash || (await passwordFit(found.passwordHash, typed)) === "no") {
    throw wrongPassword();
  }
  const done = await work(found.passwordHash);
  await giveBack("password", id);
  return done;
}
