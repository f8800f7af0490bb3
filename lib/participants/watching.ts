import "server-only";
import { type AnyColumn, sql } from "drizzle-orm";
import { outerColumn } from "@/lib/db/outer-column";
import { participants } from "@/lib/db/schema/participants";

/**
 * SQL for the number of a livestream's connected viewers, hidden and visible together. An account
 * counts once: changing to visible takes two connections for a moment, and people may watch on two
 * screens.
 */
export const watchingCount = (mint: AnyColumn | string) =>
  sql<number>`(
    select count(distinct coalesce(seated.account_id, seated.identity)) from ${participants} seated
    where seated.mint = ${typeof mint === "string" ? mint : outerColumn(mint)}
      and seated.role = 'viewer' and seated.sid is not null
  )`.mapWith(Number);
