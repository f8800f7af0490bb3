import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Queries } from "@/lib/db/client";

const batchSize = 1_000;
const batchesAtOnce = 5;

/**
 * Deletes rows in batches, so that no statement holds locks for long.
 *
 * @returns whether there may be more to delete
 */
export async function deleteBatches(
  db: Queries,
  table: PgTable,
  rows: SQL | undefined,
): Promise<boolean> {
  for (let batch = 0; batch < batchesAtOnce; batch++) {
    const { rowCount } = await db.execute(sql`
      delete from ${table} where ctid = any (array(
        select ${table}.ctid from ${table} where ${rows} limit ${batchSize}
      ))`);
    if ((rowCount ?? 0) < batchSize) return false;
  }
  return true;
}
