import { sql } from "drizzle-orm";
import { bigint, index, pgTable, text } from "drizzle-orm/pg-core";
import { decisionEvents } from "../../contracts/common/decisions";
import { accounts } from "./accounts";
import { createdAt } from "./columns";
import { livestreams } from "./livestreams";

/**
 * Decisions about a livestream and its people, and those of admins about the installation. Written in
 * the transaction of the decision.
 */
export const auditLog = pgTable(
  "audit_log",
  {
    /** Numbered together with LiveKit's events, because the event log lists both. */
    seq: bigint("seq", { mode: "number" })
      .primaryKey()
      .default(sql`nextval('webhook_events_seq_seq')`),
    /**
     * Null for the installation's decisions, which outlive a livestream: an entry about a show that an
     * admin ended has it as its subject.
     */
    mint: text("mint").references(() => livestreams.mint, { onDelete: "cascade" }),
    event: text("event", { enum: decisionEvents }).notNull(),
    /** The account that decided, on a page or by API. Null if it was deleted, or if nobody decided. */
    decidedBy: text("decided_by").references(() => accounts.id, { onDelete: "set null" }),
    /** Its name at that time; null if nobody decided, as when an abandoned show ends. */
    decidedByName: text("decided_by_name"),
    /** An identity or account id; null for decisions of hosts about the show. */
    subject: text("subject"),
    subjectName: text("subject_name"),
    /** What the decision said: a place, a role, a reason. */
    detail: text("detail"),
    createdAt: createdAt(),
  },
  (t) => [
    index("audit_log_mint").on(t.mint, t.createdAt),
    index("audit_log_account").on(t.decidedBy),
    index("audit_log_installation").on(t.subject).where(sql`${t.mint} is null`),
  ],
);
