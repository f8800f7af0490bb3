import { index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { authorRoles } from "../../contracts/common/roles";
import { accounts } from "./accounts";
import { createdAt, instant } from "./columns";
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
    /** An account id, a guest's or a visitor's identity. */
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

/** People who chat without an account, each in one livestream. */
export const chatVisitors = pgTable(
  "chat_visitors",
  {
    mint: text("mint")
      .notNull()
      .references(() => livestreams.mint, { onDelete: "cascade" }),
    identity: text("identity").notNull(),
    name: text("name").notNull(),
    /** SHA-256 of the browser's cookie. */
    secretHash: text("secret_hash").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.mint, t.identity] }),
    index("chat_visitors_secret").on(t.mint, t.secretHash),
  ],
);
