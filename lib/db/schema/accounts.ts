import { sql } from "drizzle-orm";
import { index, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { bytes, createdAt, instant } from "./columns";

export const accounts = pgTable(
  "accounts",
  {
    id: text("id").primaryKey(),
    email: text("email").notNull(),
    handle: text("handle").notNull(),
    name: text("name").notNull(),
    /** Null for an account that signs in with a provider only. */
    passwordHash: text("password_hash"),
    /** SHA-256 of the account's picture, used in its URL; null without one. */
    pictureDigest: text("picture_digest"),
    role: text("role", { enum: ["user", "admin", "super_admin"] })
      .notNull()
      .default("user"),
    /** When an admin suspended it; null if it can be used. */
    suspendedAt: instant("suspended_at"),
    /** The admin's reason, which its owner reads when they sign in. */
    suspensionReason: text("suspension_reason"),
    createdAt: createdAt(),
  },
  (t) => [
    index("accounts_created").on(t.createdAt, t.id),
    uniqueIndex("accounts_email_key").on(t.email),
    uniqueIndex("accounts_handle_key").on(t.handle),
    // One founder per installation: parallel first sign-ups cannot both become super admin.
    uniqueIndex("accounts_one_super_admin").on(t.role).where(sql`${t.role} = 'super_admin'`),
  ],
);

/** The provider's subject that signs in to an account. Never its email address: those change hands. */
export const linkedIdentities = pgTable(
  "linked_identities",
  {
    issuer: text("issuer").notNull(),
    subject: text("subject").notNull(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.issuer, t.subject] }),
    uniqueIndex("linked_identities_account_key").on(t.accountId, t.issuer),
  ],
);

/** Kept apart from the account, which every request reads. */
export const accountPictures = pgTable("account_pictures", {
  accountId: text("account_id")
    .primaryKey()
    .references(() => accounts.id, { onDelete: "cascade" }),
  bytes: bytes("bytes").notNull(),
});

/**
 * Handles that an account had before: they still lead to it, and no one else can take them. Those of a
 * deleted account lead nowhere and are free after a while.
 */
export const formerHandles = pgTable(
  "former_handles",
  {
    handle: text("handle").primaryKey(),
    /** Null once the account is deleted. */
    accountId: text("account_id").references(() => accounts.id, { onDelete: "set null" }),
    /** Null while the account exists. */
    reservedUntil: instant("reserved_until"),
    createdAt: createdAt(),
  },
  (t) => [index("former_handles_account").on(t.accountId)],
);

/** One row per sign-in, for both pages and API. Ending the row ends the session everywhere. */
export const sessions = pgTable(
  "sessions",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    door: text("door", { enum: ["pages", "api"] }).notNull(),
    /** The header of the sign-in, by which its owner recognizes it. */
    userAgent: text("user_agent"),
    createdAt: createdAt(),
    lastUsedAt: instant("last_used_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    endedAt: instant("ended_at"),
    /** Until when it may link an identity: its owner has just entered their password. */
    linkUntil: instant("link_until"),
  },
  (t) => [
    index("sessions_account").on(t.accountId),
    index("sessions_over").on(sql`least(${t.expiresAt}, ${t.endedAt})`),
  ],
);

/** Each account has at most one password reset link; creating another replaces it. */
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

/**
 * Accounts that exist once the link mailed to their address is opened. They reserve neither the address
 * nor the handle.
 */
export const pendingSignUps = pgTable(
  "pending_sign_ups",
  {
    email: text("email").primaryKey(),
    handle: text("handle").notNull(),
    name: text("name").notNull(),
    passwordHash: text("password_hash").notNull(),
    /** SHA-256 of the secret in the link. */
    hash: text("hash").notNull(),
    /** The hash of the admin's link that it was sent with. */
    signUpLink: text("sign_up_link"),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [
    uniqueIndex("pending_sign_ups_hash_key").on(t.hash),
    index("pending_sign_ups_over").on(t.expiresAt),
  ],
);

/** An account's new email address, until the link mailed to it is opened. */
export const emailChanges = pgTable(
  "email_changes",
  {
    accountId: text("account_id")
      .primaryKey()
      .references(() => accounts.id, { onDelete: "cascade" }),
    email: text("email").notNull(),
    /** SHA-256 of the secret in the link. */
    hash: text("hash").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [uniqueIndex("email_changes_hash_key").on(t.hash)],
);

/** Keys that let servers call the API as an account, within scopes. */
export const apiKeys = pgTable(
  "api_keys",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    scopes: text("scopes").array().notNull(),
    /** SHA-256 of the key. The key has 256 random bits, so no slow hash is needed. */
    hash: text("hash").notNull(),
    /** The key's last four characters, so that its owner can recognize it. */
    ending: text("ending").notNull(),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("api_keys_hash_key").on(t.hash), index("api_keys_account").on(t.accountId)],
);
