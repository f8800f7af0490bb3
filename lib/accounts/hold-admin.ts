import "server-only";
import { eq } from "drizzle-orm";
import type { Queries } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { type Account, isAdmin } from "./account";
import { accountColumns } from "./account-columns";
import { adminsOnly } from "./account-to-change";

/**
 * Locks the admin's row until the transaction ends: an admin who is being demoted or suspended is refused or was
 * faster.
 *
 * @returns the admin as of now
 */
export async function holdAdmin(tx: Queries, { id }: Pick<Account, "id">): Promise<Account> {
  const [admin] = await tx
    .select(accountColumns)
    .from(accounts)
    .where(eq(accounts.id, id))
    .for("no key update");
  if (!admin || !isAdmin(admin) || admin.suspendedAt) throw adminsOnly();
  return admin;
}
