import { sql } from "drizzle-orm";
import { boolean, check, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { signUpModes } from "../../contracts/common/sign-up-modes";
import { accounts } from "./accounts";
import { bytes, createdAt, instant } from "./columns";

/** The settings that admins change while the app runs: one row, made from the environment. */
export const installation = pgTable(
  "installation",
  {
    /** Always true, so that there is one row. */
    id: boolean("id").primaryKey().default(true),
    name: text("name").notNull(),
    imprint: text("imprint"),
    privacy: text("privacy"),
    signUp: text("sign_up", { enum: signUpModes }).notNull(),
    /** In lower case, as Punycode. */
    signUpDomains: text("sign_up_domains").array().notNull().default(sql`'{}'::text[]`),
    /** Days; null means forever. */
    keepEventsDays: integer("keep_events_days"),
    keepSessionsDays: integer("keep_sessions_days"),
    keepPeopleDays: integer("keep_people_days"),
    keepChatDays: integer("keep_chat_days"),
    keepShowsDays: integer("keep_shows_days"),
    logo: bytes("logo"),
    /** SHA-256 of the logo, used in its URL; null without one. */
    logoDigest: text("logo_digest"),
    changedAt: instant("changed_at").notNull().defaultNow(),
  },
  (t) => [check("installation_one_row", sql`${t.id}`)],
);

/** Links that let people sign up while sign-up is not open. */
export const signUpLinks = pgTable(
  "sign_up_links",
  {
    id: text("id").primaryKey(),
    /** SHA-256 of the secret in the link. */
    hash: text("hash").notNull(),
    /** A note for the admins. */
    label: text("label").notNull(),
    maxUses: integer("max_uses").notNull(),
    uses: integer("uses").notNull().default(0),
    expiresAt: instant("expires_at").notNull(),
    /** The link works while this account is an admin. */
    createdBy: text("created_by")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("sign_up_links_hash_key").on(t.hash)],
);
