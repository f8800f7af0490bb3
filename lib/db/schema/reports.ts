import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { reportOutcomes, reportReasons } from "../../contracts/common/report-reasons";
import { accounts } from "./accounts";
import { createdAt, instant } from "./columns";

/** Reports about livestreams and about messages of their public chats. */
export const reports = pgTable(
  "reports",
  {
    id: text("id").primaryKey(),
    /** No reference: open reports outlive their livestream, which its creator may delete. */
    mint: text("mint").notNull(),
    /** The livestream as it was reported: its title, and its creator's account and name. */
    showTitle: text("show_title").notNull(),
    creatorId: text("creator_id").notNull(),
    creatorName: text("creator_name").notNull(),
    /** The message's number in the chat; 0 for the livestream itself. */
    seq: integer("seq").notNull(),
    /** The message as it was reported: its author, their name and the text. Hosts may delete it later. */
    author: text("author"),
    /** Null once the author's account is deleted. */
    authorName: text("author_name"),
    text: text("text"),
    /** Null for someone without an account, and once the account is deleted. */
    reporterId: text("reporter_id").references(() => accounts.id, { onDelete: "set null" }),
    /** SHA-256 of the cookie of a browser without an account. */
    browser: text("browser"),
    reason: text("reason", { enum: reportReasons }).notNull(),
    /** Only for admins. */
    note: text("note"),
    /** When it was sent, or changed last. */
    createdAt: createdAt(),
    /** Closed for the show's hosts, while admins still have to decide. */
    dismissedByHostsAt: instant("dismissed_by_hosts_at"),
    decidedAt: instant("decided_at"),
    /** Null once the account is deleted. */
    decidedBy: text("decided_by").references(() => accounts.id, { onDelete: "set null" }),
    outcome: text("outcome", { enum: reportOutcomes }),
  },
  (t) => [
    // One open report per reporter and subject. Nulls are distinct, so each index ignores the other's rows.
    uniqueIndex("reports_open_by_account")
      .on(t.mint, t.seq, t.reporterId)
      .where(sql`${t.decidedAt} is null`),
    uniqueIndex("reports_open_by_browser")
      .on(t.mint, t.seq, t.browser)
      .where(sql`${t.decidedAt} is null`),
    index("reports_subject").on(t.mint, t.seq),
    index("reports_reporter").on(t.reporterId),
    index("reports_author").on(t.author),
    index("reports_decided").on(t.decidedAt),
  ],
);
