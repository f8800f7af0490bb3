import "server-only";
import { eq, or, type SQL, sql } from "drizzle-orm";
import type { Queries } from "@/lib/db/client";
import { accounts, formerHandles } from "@/lib/db/schema/accounts";
import { organizations } from "@/lib/db/schema/organizations";
import { Problem } from "@/lib/problem";
import { isReservedHandle } from "./reserved-handles";

/** How long the names of a deleted account are reserved, so that no one can pose as it. */
const reservedMs = 90 * 24 * 3_600_000;

export const handleTaken = () =>
  new Problem("handle-taken", "This handle is taken. Choose another one.");

/** Whether some account had this handle before, and keeps it from everyone else. */
export async function isFormerHandle(db: Queries, handle: string): Promise<boolean> {
  const rows = await db
    .select({ handle: formerHandles.handle })
    .from(formerHandles)
    .where(eq(formerHandles.handle, handle));
  return rows.length > 0;
}

/** Reserves the names of an account that is being deleted: those it has, and those it had. */
export async function reserveHandles(
  tx: Queries,
  { accountId, names, at }: { accountId: string; names: string[]; at: Date },
): Promise<void> {
  const reservedUntil = new Date(at.getTime() + reservedMs);
  await tx
    .update(formerHandles)
    .set({ reservedUntil })
    .where(eq(formerHandles.accountId, accountId));
  await tx
    .insert(formerHandles)
    .values(names.map((handle) => ({ handle, reservedUntil })))
    .onConflictDoNothing();
}

/** The account that has this handle, or had it before: no two can. */
export const hasOrHadHandle = (handle: string): SQL | undefined =>
  or(
    eq(accounts.handle, handle),
    eq(
      accounts.id,
      sql`(select ${formerHandles.accountId} from ${formerHandles} where ${formerHandles.handle} = ${handle})`,
    ),
  );

/** Whether an account could have this handle now. Only writing it decides. */
export async function isHandleFree(db: Queries, handle: string): Promise<boolean> {
  if (isReservedHandle(handle) || (await isFormerHandle(db, handle))) return false;
  const owners = await db.select({ id: accounts.id }).from(accounts).where(hasOrHadHandle(handle));
  if (owners.length > 0) return false;
  const rows = await db
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.id, handle));
  return rows.length === 0;
}
