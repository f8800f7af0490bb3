import "server-only";
import { sql } from "drizzle-orm";
import type { Queries } from "./client";

/** Transactions that name the same `turn` go on one after another; it ends with the transaction. */
export async function takeTurns(tx: Queries, turn: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${turn}, 0))`);
}
