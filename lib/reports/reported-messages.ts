import "server-only";
import { and, count, desc, eq, isNull, max } from "drizzle-orm";
import type { Account } from "@/lib/accounts/account";
import type { Context } from "@/lib/context";
import type { ReportedMessage } from "@/lib/contracts/reports";
import { announce } from "@/lib/db/bus";
import type { Queries } from "@/lib/db/client";
import { chatMessages } from "@/lib/db/schema/chat";
import { reports } from "@/lib/db/schema/reports";
import { limit } from "@/lib/limits";
import { requireMay } from "@/lib/livestreams/find-livestream";
import { reasonCounts } from "./reason-counts";

const most = 200;

/** Reports that are still open for the show's hosts. */
const openForHosts = and(isNull(reports.decidedAt), isNull(reports.dismissedByHostsAt));

/** The messages with open reports, last reported first. The caller has checked who reads them. */
export function readReportedMessages(db: Queries, mint: string): Promise<ReportedMessage[]> {
  return db
    .select({ seq: reports.seq, count: count(), reasons: reasonCounts })
    .from(reports)
    .innerJoin(
      chatMessages,
      and(
        eq(chatMessages.mint, reports.mint),
        eq(chatMessages.channel, "show"),
        eq(chatMessages.seq, reports.seq),
        isNull(chatMessages.deletedAt),
      ),
    )
    .where(and(eq(reports.mint, mint), openForHosts))
    .groupBy(reports.seq)
    .orderBy(desc(max(reports.createdAt)), desc(reports.seq))
    .limit(most);
}

export async function listReportedMessages(
  { db }: Pick<Context, "db">,
  moderator: Account,
  mint: string,
): Promise<ReportedMessage[]> {
  await requireMay(db, mint, moderator.id, "handle-reports");
  return readReportedMessages(db, mint);
}

/** Closes the reports about a message for the show's hosts. Admins decide on their own. */
export async function dismissReports(
  { db, now }: Pick<Context, "db" | "now">,
  moderator: Account,
  { mint, seq }: { mint: string; seq: number },
): Promise<void> {
  await limit("decision", moderator.id);
  await requireMay(db, mint, moderator.id, "handle-reports");
  await db.transaction(async (tx) => {
    await tx
      .update(reports)
      .set({ dismissedByHostsAt: now() })
      .where(and(eq(reports.mint, mint), eq(reports.seq, seq), openForHosts));
    await announce(tx, { mint, what: "reports" });
  });
}
