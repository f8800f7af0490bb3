import "server-only";
import { and, eq } from "drizzle-orm";
import { toPerson } from "@/lib/accounts/account";
import { accountByHandle } from "@/lib/accounts/find-account";
import type { Context } from "@/lib/context";
import type { Person } from "@/lib/contracts/livestreams";
import { livestreams } from "@/lib/db/schema/livestreams";
import { forEverybody } from "./listing";

/**
 * The person with this handle, if they have something public or are looking at their own channel.
 * To strangers, any other account does not exist.
 */
export async function findChannel(
  { db, now }: Pick<Context, "db" | "now">,
  readerId: string | null,
  handle: string,
): Promise<Person | null> {
  const account = await accountByHandle(db, handle.toLowerCase());
  if (!account) return null;
  const [shown] = await db
    .select({ mint: livestreams.mint })
    .from(livestreams)
    .where(and(eq(livestreams.creatorId, account.id), forEverybody(now())))
    .limit(1);
  return shown || account.id === readerId ? toPerson(account) : null;
}
