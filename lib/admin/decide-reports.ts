import "server-only";
import { and, eq, isNull, lte } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import { recordDecision } from "@/lib/audit/record-decision";
import type { Context } from "@/lib/context";
import type { ReportedSubject } from "@/lib/contracts/admin/reports";
import type { ReportOutcome } from "@/lib/contracts/common/report-reasons";
import { announce } from "@/lib/db/bus";
import { reports } from "@/lib/db/schema/reports";
import { takeTurns } from "@/lib/db/take-turns";
import { findReported, requireLastReported } from "./list-reports";

/** `latestAt`: when the last report was sent that the admin has read. */
type Decision = { mint: string; seq: number; outcome: ReportOutcome; latestAt: string };

/**
 * Closes the open reports about a subject that the admin has read. Without any, the decision of another admin
 * stays. The livestream may be deleted.
 *
 * @returns the decided reports, or the open ones if all of them are later
 */
export async function decideReports(
  { db, now }: Pick<Context, "db" | "now">,
  admin: Account,
  { mint, seq, outcome, latestAt }: Decision,
): Promise<ReportedSubject> {
  const closes = await db.transaction(async (tx) => {
    // Two admins at once: the second finds nothing open.
    await takeTurns(tx, `reports ${mint} ${seq}`);
    const [closed] = await tx
      .update(reports)
      .set({ outcome, decidedAt: now(), decidedBy: admin.id })
      .where(
        and(
          ...[eq(reports.mint, mint), eq(reports.seq, seq), isNull(reports.decidedAt)],
          lte(reports.createdAt, new Date(latestAt)),
        ),
      )
      .returning({ title: reports.showTitle });
    if (!closed) return false;
    // The show is the subject, because its own log would show its hosts who decides about reports.
    await recordDecision(tx, {
      ...{ mint: null, event: `report_${outcome}` as const, by: admin.id },
      ...{ subject: mint, subjectName: closed.title, detail: seq === 0 ? "livestream" : "message" },
    });
    if (seq > 0) await announce(tx, { mint, what: "reports" });
    return true;
  });
  const decided = closes ? await findReported(db, { mint, seq }, "decided") : null;
  return decided ?? requireLastReported(db, { mint, seq });
}
