import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import { participantRoles } from "../../contracts/common/roles";
import { accounts } from "./accounts";
import { createdAt, instant } from "./columns";
import { livestreams } from "./livestreams";

/**
 * Every identity with a signed token; viewers are added when they first connect. The gate refuses
 * identities without a row.
 */
export const participants = pgTable(
  "participants",
  {
    mint: text("mint")
      .notNull()
      .references(() => livestreams.mint, { onDelete: "cascade" }),
    identity: text("identity").notNull(),
    role: text("role", { enum: participantRoles }).notNull(),
    accountId: text("account_id").references(() => accounts.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    hidden: boolean("hidden").notNull(),
    /** The sources a host allows on stage; null for all that the seat allows. */
    sources: text("sources", {
      enum: ["camera", "microphone", "screen_share", "screen_share_audio"],
    }).array(),
    /** Tokens signed before this instant are void. LiveKit has no token revocation of its own. */
    revokedBefore: instant("revoked_before"),
    removedAt: instant("removed_at"),
    /** LiveKit's id of the current connection; events of older ones are ignored. */
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

/**
 * The sessions and API keys that a seat's tokens were issued to. The seat ends with the last of
 * them. Guests and anonymous viewers have none. No foreign key: a deleted session must not look
 * like none.
 */
export const seatVouchers = pgTable(
  "seat_vouchers",
  {
    mint: text("mint").notNull(),
    identity: text("identity").notNull(),
    kind: text("kind", { enum: ["session", "key"] }).notNull(),
    voucherId: text("voucher_id").notNull(),
    /** When it last received a token. */
    issuedAt: timestamp("issued_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.mint, t.identity, t.kind, t.voucherId] }),
    foreignKey({
      columns: [t.mint, t.identity],
      foreignColumns: [participants.mint, participants.identity],
    }).onDelete("cascade"),
    index("seat_vouchers_voucher").on(t.voucherId),
  ],
);

/** Viewers a host has put on stage, by account, so that a reload keeps their place. */
export const featuredViewers = pgTable(
  "featured_viewers",
  {
    mint: text("mint")
      .notNull()
      .references(() => livestreams.mint, { onDelete: "cascade" }),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    /** Null once the account is deleted. */
    createdBy: text("created_by").references(() => accounts.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.mint, t.accountId] }),
    index("featured_viewers_account").on(t.accountId),
  ],
);

/** A host's bans and mutes of a person (an account id or a guest's identity) in one livestream. */
export const restrictions = pgTable(
  "restrictions",
  {
    mint: text("mint")
      .notNull()
      .references(() => livestreams.mint, { onDelete: "cascade" }),
    subject: text("subject").notNull(),
    kind: text("kind", { enum: ["ban", "mute"] }).notNull(),
    /** Null once the account is deleted. */
    createdBy: text("created_by").references(() => accounts.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    /** The host’s note. Only hosts see it. */
    reason: text("reason"),
    /** When it ends; null if it is permanent. */
    endsAt: instant("ends_at"),
  },
  (t) => [primaryKey({ columns: [t.mint, t.subject, t.kind] })],
);
