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
      .references(() => organizations.id),
    createdBy: text("created_by")
      .notNull()
      .references(() => accounts.id),
    allowAll: boolean("allow_all").notNull(),
    allowedAdmins: text("allowed_admins").array().notNull(),
    expiresAt: instant("expires_at").notNull(),
    /** How many guests may knock by it; null is as many as come. */
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
    /** SHA-256 of the guest's cookie; never the identity, which everybody in the room can see. */
    secretHash: text("secret_hash").notNull(),
    status: text("status", {
      enum: ["waiting", "admitted", "denied", "removed", "left", "expired"],
    }).notNull(),
    decidedBy: text("decided_by").references(() => accounts.id),
    decidedAt: instant("decided_at"),
    /** Where an admitted guest is: seen by all, or seeing and hearing the show unseen. */
    place: text("place", { enum: ["stage", "backstage"] })
      .notNull()
      .default("stage"),
    /** When a guest of a private show was first given a token for the stage: their lobby token gets no other. */
    stageTokenAt: instant("stage_token_at"),
    /** The last line a host wrote to this guest while they waited. */
    message: text("message"),
    /** When LiveKit first told of something that this guest publishes; null is that they never did. */
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
