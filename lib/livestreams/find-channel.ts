import "server-only";
import { and, eq } from "drizzle-orm";
import { accountByHandle } from "@/lib/accounts/find-account";
import type { Context } from "@/lib/context";
import type { Person } from "@/lib/contracts/livestreams";
import { livestreams } from "@/lib/db/schema";
import { Problem } from "@/lib/problem";
import { forEverybody } from "./listing";

/**
 * The person behind a handle, if they show something to everybody, or look at their own channel.
 * Any other account is to strangers as if there were none.
 *
 * @throws Problem account-not-found
 */
export async function findChannel(
  { db, now }: Pick<Context, "db" | "now">,
  readerId: string | null,
  handle: string,
): Promise<Person> {
  const account = await accountByHandle(db, handle.toLowerCase());
  if (account) {
    const [shown] = await db
      .select({ mint: livestreams.mint })
      .from(livestreams)
      .where(and(eq(livestreams.creatorId, account.id), forEverybody(now())))
      .limit(1);
    const { id, name } = account;
    if (shown || id === readerId) return { id, handle: account.handle, name };
  }
  throw new Problem("account-not-found", `There is no channel @${handle}.`);
}
