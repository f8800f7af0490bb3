import "server-only";
import { sql } from "drizzle-orm";
import type { Queries } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { auditLog } from "@/lib/db/schema/audit-log";
import { chatVisitors } from "@/lib/db/schema/chat";
import { participants } from "@/lib/db/schema/participants";

type Decision = {
  /** Null for a decision of an admin about the installation. */
  mint: string | null;
  event: (typeof auditLog.$inferInsert)["event"];
  /** The deciding account; null if nobody decided. */
  by: string | null;
  /** The identity or account it is about. */
  subject?: string | null;
  /** For subjects other than people, such as a show. */
  subjectName?: string;
  detail?: string | null;
};

/** Adds a decision to the audit log. Call it in the transaction of the decision. */
export async function recordDecision(
  tx: Queries,
  { mint, event, by, subject = null, subjectName, detail = null }: Decision,
): Promise<void> {
  const nameOfAccount = (id: string | null) =>
    sql`(select ${accounts.name} from ${accounts} where ${accounts.id} = ${id})`;
  const nameOfSeat = sql`(select ${participants.name} from ${participants}
    where ${participants.mint} = ${mint} and ${participants.identity} = ${subject})`;
  const nameOfVisitor = sql`(select ${chatVisitors.name} from ${chatVisitors}
    where ${chatVisitors.mint} = ${mint} and ${chatVisitors.identity} = ${subject})`;
  await tx.insert(auditLog).values({
    mint,
    event,
    decidedBy: by,
    decidedByName: nameOfAccount(by),
    subject,
    subjectName:
      subjectName ?? sql`coalesce(${nameOfSeat}, ${nameOfAccount(subject)}, ${nameOfVisitor})`,
    detail,
  });
}
