import { index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { authorRoles } from "../../contracts/common/roles";
import { accounts } from "./accounts";
import { instant } from "./columns";
import { livestreams } from "./livestreams";

export const chatMessages = pgTable(
  "chat_messages",
  {
    mint: text("mint")
      .notNull()
      .references(() => livestreams.mint, { onDelete: "cascade" }),
    /** The public chat, or the private one of hosts and guests. */
    channel: text("channel", { enum: ["show", "backstage"] })
      .notNull()
      .default("show"),
    /** The message's permanent position in its chat. */
    seq: integer("seq").notNull(),
    /** The chat revision of its last change: equal to `seq` until it is deleted. */
    revision: integer("revision").notNull(),
    /** An account id or a guest's identity. */
    author: text("author").notNull(),
    /** Null once the account is deleted. */
    authorName: text("author_name"),
    authorRole: text("author_role", { enum: authorRoles }).notNull(),
    text: text("text").notNull(),
    sentAt: instant("sent_at").notNull(),
    deletedAt: instant("deleted_at"),
    deletedBy: text("deleted_by").references(() => accounts.id, { onDelete: "set null" }),
  },
  (t) => [
    primaryKey({ columns: [t.mint, t.channel, t.seq] }),
    index("chat_messages_revision").on(t.mint, t.channel, t.revision),
    index("chat_messages_author").on(t.mint, t.channel, t.author, t.sentAt),
  ],
);
