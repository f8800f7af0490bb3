import "server-only";
import { eq } from "drizzle-orm";
import type { Queries } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";

/** Whether the installation has a super admin. If not, the next founding sign-up becomes it. */
export async function isFounded({ db }: { db: Queries }): Promise<boolean> {
  const [founder] = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.role, "super_admin"));
  return founder !== undefined;
}
