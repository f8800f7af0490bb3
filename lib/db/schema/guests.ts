import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
} from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { createdAt, instant } from "./columns";
import { livestreams } from "./livestreams";
import { organizations } from "./organizations";
import { participants } from "./participants";

export const invites = pgTable(
  "invites",
  {
    jti: text("jti").primaryKey(),
    mint: text("mint")
      .notNull()
      .references(() => livestreams.mint, { onDelete: "cascade" }),
    orgId: text("org_id")
      .notNull()
      .references(() => organizations.id, { onUpdate: "cascade" }),
    /** Null once the account is deleted; the invite is then revoked. */
    createdBy: text("created_by").references(() => accounts.id, { onDelete: "set null" }),
    allowAll: boolean("allow_all").notNull(),
    allowedAdmins: text("allowed_admins").array().notNull(),
    /** Null until the show ends. */
    expiresAt: instant("expires_at"),
    /** Finds the invite by the code of its short link. Null for invites from before short links. */
    codeDigest: text("code_digest").unique(),
    /** A note for the hosts, such as who it is for; null for none. */
    label: text("label"),
    /** The guest limit; null for no limit. */
    maxUses: integer("max_uses"),
    revokedAt: instant("revoked_at"),
    createdAt: createdAt(),
  },
  (t) => [index("invites_mint").on(t.mint, t.createdAt)],
);

export const guests = pgTable(
  "guests",
  {
    mint: text("mint").notNull(),
    identity: text("identity").notNull(),
    jti: text("jti")
      .notNull()
      .references(() => invites.jti),
    name: text("name").notNull(),
    /** SHA-256 of the guest's cookie. Never the identity, which everyone in the room can see. */
    secretHash: text("secret_hash").notNull(),
    status: text("status", {
      enum: ["waiting", "admitted", "denied", "removed", "left", "expired"],
    }).notNull(),
    decidedBy: text("decided_by").references(() => accounts.id, { onDelete: "set null" }),
    decidedAt: instant("decided_at"),
    /** Where an admitted guest is: on stage, or unseen but seeing and hearing the show. */
    place: text("place", { enum: ["stage", "backstage"] })
      .notNull()
      .default("stage"),
    /**
     * When a guest of a private show first received a stage token. Their lobby token is good for
     * only one.
     */
    stageTokenAt: instant("stage_token_at"),
    /** The last message a host sent this guest while they waited. */
    message: text("message"),
    /** When LiveKit first reported a published track of this guest; null if never. */
    publishedAt: instant("published_at"),
    version: integer("version").notNull(),
    knockedAt: instant("knocked_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.mint, t.identity] }),
    foreignKey({
      columns: [t.mint, t.identity],
      foreignColumns: [participants.mint, participants.identity],
    }).onDelete("cascade"),
    index("guests_secret").on(t.mint, t.secretHash),
    index("guests_version").on(t.mint, t.version),
    index("guests_invite").on(t.jti),
    index("guests_waiting").on(t.mint, t.identity).where(sql`${t.status} = 'waiting'`),
  ],
);
