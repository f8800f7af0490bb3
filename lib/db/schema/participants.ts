import { sql } from "drizzle-orm";
import { boolean, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { createdAt, instant } from "./columns";
import { livestreams } from "./livestreams";

/** Every identity a token was ever signed for. The gate lets in nobody who has no row here. */
export const participants = pgTable(
  "participants",
  {
    mint: text("mint")
      .notNull()
      .references(() => livestreams.mint, { onDelete: "cascade" }),
    identity: text("identity").notNull(),
    role: text("role", { enum: ["host", "guest", "viewer", "agent", "encoder"] }).notNull(),
    accountId: text("account_id").references(() => accounts.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    hidden: boolean("hidden").notNull(),
    /** What a host lets this one publish on stage; null is all that the seat has. */
    sources: text("sources", {
      enum: ["camera", "microphone", "screen_share", "screen_share_audio"],
    }).array(),
    /** Tokens signed before this instant are void: what LiveKit itself does not have. */
    revokedBefore: instant("revoked_before"),
    removedAt: instant("removed_at"),
    /** LiveKit's id of the current connection; events of an older one are ignored. */
    sid: text("sid"),
    connectedAt: instant("connected_at"),
    leftAt: instant("left_at"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.mint, t.identity] }),
    index("participants_connected").on(t.mint, t.role).where(sql`${t.sid} is not null`),
    index("participants_account").on(t.accountId),
    index("participants_viewers").on(t.createdAt).where(sql`${t.role} = 'viewer'`),
  ],
);

/** Viewers whom a host has put on stage, by account: a reload keeps the place. */
export const featuredViewers = pgTable(
  "featured_viewers",
  {
    mint: text("mint")
      .notNull()
      .references(() => livestreams.mint, { onDelete: "cascade" }),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    createdBy: text("created_by")
      .notNull()
      .references(() => accounts.id),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.mint, t.accountId] }),
    index("featured_viewers_account").on(t.accountId),
  ],
);

/** What a host decided about a person (an account id or a guest's identity) in one livestream. */
export const restrictions = pgTable(
  "restrictions",
  {
    mint: text("mint")
      .notNull()
      .references(() => livestreams.mint, { onDelete: "cascade" }),
    subject: text("subject").notNull(),
    kind: text("kind", { enum: ["ban", "mute"] }).notNull(),
    createdBy: text("created_by")
      .notNull()
      .references(() => accounts.id),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.mint, t.subject, t.kind] })],
);
