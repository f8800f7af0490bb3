import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { storedStatuses } from "../../contracts/common/livestream-status";
import { memberRoles } from "../../contracts/common/roles";
import { layouts, type StageComment, scenes } from "../../contracts/common/scenes";
import { accounts } from "./accounts";
import { bytes, createdAt, instant } from "./columns";
import { organizations } from "./organizations";

export const livestreams = pgTable(
  "livestreams",
  {
    mint: text("mint").primaryKey(),
    creatorId: text("creator_id")
      .notNull()
      .references(() => accounts.id),
    orgId: text("org_id")
      .notNull()
      .references(() => organizations.id, { onUpdate: "cascade" }),
    /** Whose brand kit it uses, if its creator is a member; null for its own organization's. */
    brandOrgId: text("brand_org_id").references(() => organizations.id, {
      onDelete: "set null",
      onUpdate: "cascade",
    }),
    title: text("title").notNull(),
    description: text("description").notNull().default(""),
    visibility: text("visibility", { enum: ["public", "unlisted", "private"] }).notNull(),
    status: text("status", { enum: storedStatuses }).notNull().default("scheduled"),
    /** Null for a draft. */
    scheduledAt: instant("scheduled_at"),
    /** The IANA time zone in which the start was planned; null if unknown. */
    timeZone: text("time_zone"),
    tags: text("tags").array().notNull().default(sql`'{}'::text[]`),
    startedAt: instant("started_at"),
    /** When it ended or was cancelled. */
    endedAt: instant("ended_at"),
    /** Why an admin ended it; null if no admin did. */
    forceEndReason: text("force_end_reason"),
    /**
     * When a host was last seen connected. The sweep ends shows that have been abandoned for too
     * long.
     */
    hostSeenAt: instant("host_seen_at"),
    slowModeSeconds: integer("slow_mode_seconds").notNull().default(0),
    chatWithoutAccount: boolean("chat_without_account").notNull().default(false),
    /** Where the studio admits guests to. */
    admitTo: text("admit_to", { enum: ["stage", "backstage"] })
      .notNull()
      .default("backstage"),
    /** Counts every change of the chat, so that clients can ask for what they missed. */
    chatRevision: integer("chat_revision").notNull().default(0),
    /** The same count for the backstage chat. */
    backstageRevision: integer("backstage_revision").notNull().default(0),
    /** What the programme shows: the stage, or a card that covers it. */
    scene: text("scene", { enum: scenes }).notNull().default("show"),
    /** What a card counts down to; null for nothing. */
    countdownTo: instant("countdown_to"),
    /** The layout that all viewers see; auto shows a screen first, otherwise even tiles. */
    layout: text("layout", { enum: layouts }).notNull().default("auto"),
    /** The identity in the spotlight; null for the first person in the order. */
    spotlight: text("spotlight"),
    /** The identities the hosts put in order; everyone else follows by joining time. */
    tileOrder: text("tile_order").array().notNull().default(sql`'{}'::text[]`),
    /** How loud viewers hear someone, from 0 to 1, by identity; everyone else is 1. */
    volumes: jsonb("volumes").$type<Record<string, number>>().notNull().default({}),
    showNames: boolean("show_names").notNull().default(true),
    /** One line over the picture; null for none. */
    banner: text("banner"),
    /** The chat message over the picture, as it was written; null for none. */
    comment: jsonb("comment").$type<StageComment>(),
    /** Counts every change of the waiting room, for the same reason. */
    guestVersion: integer("guest_version").notNull().default(0),
    peakWatching: integer("peak_watching").notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    index("livestreams_org").on(t.orgId),
    index("livestreams_brand_org").on(t.brandOrgId),
    index("livestreams_creator").on(t.creatorId, t.createdAt),
    index("livestreams_discover").on(t.status, t.visibility, t.createdAt),
    index("livestreams_ended")
      .on(t.visibility, t.endedAt, t.mint)
      .where(sql`${t.status} = 'ended'`),
    index("livestreams_over").on(t.endedAt).where(sql`${t.endedAt} is not null`),
    index("livestreams_tags").using("gin", t.tags),
  ],
);

/** Other members: co-hosts, and accounts that may watch a private livestream. */
export const livestreamMembers = pgTable(
  "livestream_members",
  {
    mint: text("mint")
      .notNull()
      .references(() => livestreams.mint, { onDelete: "cascade" }),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    role: text("role", { enum: memberRoles }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.mint, t.accountId] }),
    index("livestream_members_account").on(t.accountId),
  ],
);

/** Small pictures: a show's cover, its occasional frames, and previews of waiting guests. */
export const pictures = pgTable(
  "pictures",
  {
    mint: text("mint")
      .notNull()
      .references(() => livestreams.mint, { onDelete: "cascade" }),
    kind: text("kind", { enum: ["cover", "frame", "guest"] }).notNull(),
    /** A guest's identity; empty for pictures of the show itself. */
    subject: text("subject").notNull().default(""),
    mediaType: text("media_type", { enum: ["image/jpeg", "image/png", "image/webp"] }).notNull(),
    bytes: bytes("bytes").notNull(),
    /** SHA-256 of the bytes, used for caching. */
    digest: text("digest").notNull(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.mint, t.kind, t.subject] }),
    index("pictures_of_guests").on(t.mint, t.subject).where(sql`${t.kind} = 'guest'`),
  ],
);
