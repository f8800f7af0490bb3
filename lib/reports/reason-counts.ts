import "server-only";
import { sql } from "drizzle-orm";
import { type ReportReason, reportReasons } from "@/lib/contracts/common/report-reasons";
import { reports } from "@/lib/db/schema/reports";

type Count = { reason: ReportReason; count: number };

/** SQL: how many reports of a group give each reason, most frequent first. */
export const reasonCounts = sql<Count[]>`json_build_object(${sql.join(
  reportReasons.map(
    (reason) => sql`${reason}::text, count(*) filter (where ${reports.reason} = ${reason})`,
  ),
  sql`, `,
)})`.mapWith(sortedCounts);

function sortedCounts(counts: Record<ReportReason, number>): Count[] {
  return reportReasons
    .map((reason) => ({ reason, count: counts[reason] }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}
