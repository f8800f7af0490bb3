import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import { recordDecision } from "@/lib/audit/record-decision";
import type { Context } from "@/lib/context";
import type { ReportedSubject } from "@/lib/contracts/admin/reports";
import type { ReportOutcome } from "@/lib/contracts/common/report-reasons";
import { announce } from "@/lib/db/bus";
import { reports } from "@/lib/db/schema/reports";
import { presentLivestream } from "@/lib/livestreams/find-livestream";
import { holdLivestream } from "@/lib/livestreams/hold-livestream";
import { Problem } from "@/lib/problem";
import { findReported } from "./list-reports";

type Decision = { mint: string; seq: number; outcome: ReportOutcome };

/** Closes all open reports about a subject. Without any, the decision of another admin stays. */
export async function decideReports(
  { db, now }: Pick<Context, "db" | "now">,
  admin: Account,
  { mint, seq, outcome }: Decision,
): Promise<ReportedSubject> {
  const { title } = await presentLivestream(db, mint);
  const open = and(eq(reports.mint, mint), eq(reports.seq, seq), isNull(reports.decidedAt));
  await db.transaction(async (tx) => {
    // Two admins at once: the second finds nothing open.
    await holdLivestream(tx, mint);
    const [some] = await tx.select({ id: reports.id }).from(reports).where(open).limit(1);
    if (!some) return;
    // The show is the subject, because its own log would show its hosts who decides about reports.
    await recordDecision(tx, {
      ...{ mint: null, event: `report_${outcome}` as const, by: admin.id },
      ...{ subject: mint, subjectName: title, detail: seq === 0 ? "livestream" : "message" },
    });
    await tx.update(reports).set({ outcome, decidedAt: now(), decidedBy: admin.id }).where(open);
    if (seq > 0) await announce(tx, { mint, what: "reports" });
  });
  const decided = await findReported(db, { mint, seq });
  if (!decided) throw new Problem("report-not-found", "There are no reports about this.");
  return decided;
}
