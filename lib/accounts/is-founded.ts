import "server-only";
import type { Context } from "@/lib/context";
import { accounts } from "@/lib/db/schema";

/** Whether the installation has an account yet; the first one becomes its super admin. */
export async function isFounded({ db }: Pick<Context, "db">): Promise<boolean> {
  const [anybody] = await db.select({ id: accounts.id }).from(accounts).limit(1);
  return anybody !== undefined;
}
