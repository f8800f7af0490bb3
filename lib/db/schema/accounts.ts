import { sql } from "drizzle-orm";
import { index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, instant } from "./columns";

export const accounts = pgTable(
  "accounts",
  {
    id: text("id").primaryKey(),
    email: text("email").notNull(),
    handle: text("handle").notNull(),
    name: text("name").notNull(),
    passwordHash: text("password_hash").notNull(),
    role: text("role", { enum: ["user", "admin", "super_admin"] })
      .notNull()
      .default("user"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("accounts_email_key").on(t.email),
    uniqueIndex("accounts_handle_key").on(t.handle),
    // An installation has one founder: two first sign-ups at once cannot both become super admin.
    uniqueIndex("accounts_one_super_admin").on(t.role).where(sql`${t.role} = 'super_admin'`),
  ],
);

/** One row a sign-in, whichever door it came through; ending the row ends the session everywhere. */
export const sessions = pgTable(
  "sessions",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    door: text("door", { enum: ["pages", "api"] }).notNull(),
    createdAt: createdAt(),
    expiresAt: instant("expires_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (t) => [
    index("sessions_account").on(t.accountId),
    index("sessions_over").on(sql`least(${t.expiresAt}, ${t.endedAt})`),
  ],
);

/** The one link by which an account may set a new password; making another replaces it. */
export const passwordResets = pgTable(
  "password_resets",
  {
    accountId: text("account_id")
      .primaryKey()
      .references(() => accounts.id, { onDelete: "cascade" }),
    /** SHA-256 of the secret in the link. */
    hash: text("hash").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [uniqueIndex("password_resets_hash_key").on(t.hash)],
);

/** Keys by which servers call the API as an account, within scopes. */
export const apiKeys = pgTable(
  "api_keys",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    scopes: text("scopes").array().notNull(),
    /** SHA-256 of the key, which has 256 random bits of its own and needs no slow hash. */
    hash: text("hash").notNull(),
    /** The key's last four characters, by which its owner tells it from others. */
    ending: text("ending").notNull(),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("api_keys_hash_key").on(t.hash), index("api_keys_account").on(t.accountId)],
);
