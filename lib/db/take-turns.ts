import "server-only";
import { sql } from "drizzle-orm";
import type { Queries } from "./client";

/** Serializes transactions that use the same `turn`; it is released when the transaction ends. */
export async function takeTurns(tx: Queries, turn: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${turn}, 0))`);
}
