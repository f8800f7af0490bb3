import { sql } from "drizzle-orm";
import {
  bigint,
  bigserial,
  boolean,
  check,
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });
const createdAt = () => instant("created_at").notNull().defaultNow();
const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

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
  (t) => [index("sessions_account").on(t.accountId)],
);

export const organizations = pgTable("organizations", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  createdAt: createdAt(),
});

export const organizationMembers = pgTable(
  "organization_members",
  {
    orgId: text("org_id")
      .notNull()
      .references(() => organizations.id, { onDelete: "cascade" }),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    role: text("role", { enum: ["owner", "admin", "member"] }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.accountId] }),
    index("organization_members_account").on(t.accountId),
  ],
);

export const livestreams = pgTable(
  "livestreams",
  {
    mint: text("mint").primaryKey(),
    creatorId: text("creator_id")
      .notNull()
      .references(() => accounts.id),
    orgId: text("org_id")
      .notNull()
      .references(() => organizations.id),
    title: text("title").notNull(),
    description: text("description").notNull().default(""),
    visibility: text("visibility", { enum: ["public", "unlisted", "private"] }).notNull(),
    status: text("status", { enum: ["scheduled", "live", "ended"] })
      .notNull()
      .default("scheduled"),
    scheduledAt: instant("scheduled_at"),
    /** The IANA name of the zone in which the start was planned; null is none that is known. */
    timeZone: text("time_zone"),
    tags: text("tags").array().notNull().default(sql`'{}'::text[]`),
    startedAt: instant("started_at"),
    endedAt: instant("ended_at"),
    /** When a host was last seen connected; a show left alone for long is ended by the sweep. */
    hostSeenAt: instant("host_seen_at"),
    slowModeSeconds: integer("slow_mode_seconds").notNull().default(0),
    /** Counts every change of the chat, so that a client can ask for what it missed. */
    chatRevision: integer("chat_revision").notNull().default(0),
    /** The same count for the chat behind the stage. */
    backstageRevision: integer("backstage_revision").notNull().default(0),
    /** How the stage is arranged for all who see it; auto is a screen first, else even tiles. */
    layout: text("layout", { enum: ["auto", "spotlight", "grid", "side-by-side", "screen"] })
      .notNull()
      .default("auto"),
    /** Whom the spotlight is on: an identity; null is whoever came on stage first. */
    spotlight: text("spotlight"),
    showNames: boolean("show_names").notNull().default(true),
    /** One line over the picture; null is none. */
    banner: text("banner"),
    /** Counts every change of the waiting room, for the same reason. */
    guestVersion: integer("guest_version").notNull().default(0),
    peakWatching: integer("peak_watching").notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    index("livestreams_creator").on(t.creatorId, t.createdAt),
    index("livestreams_discover").on(t.status, t.visibility, t.createdAt),
    index("livestreams_ended")
      .on(t.visibility, t.endedAt, t.mint)
      .where(sql`${t.status} = 'ended'`),
    index("livestreams_tags").using("gin", t.tags),
  ],
);

/** Who besides the creator: co-hosts, and the accounts that may watch a private livestream. */
export const livestreamMembers = pgTable(
  "livestream_members",
  {
    mint: text("mint")
      .notNull()
      .references(() => livestreams.mint, { onDelete: "cascade" }),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    role: text("role", { enum: ["host", "viewer"] }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.mint, t.accountId] })],
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
  (t) => [primaryKey({ columns: [t.mint, t.accountId] })],
);

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
    /** The last line a host wrote to this guest while they waited. */
    message: text("message"),
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
  ],
);

export const chatMessages = pgTable(
  "chat_messages",
  {
    mint: text("mint")
      .notNull()
      .references(() => livestreams.mint, { onDelete: "cascade" }),
    /** The audience's chat, or the private one of hosts and guests. */
    channel: text("channel", { enum: ["show", "backstage"] })
      .notNull()
      .default("show"),
    /** The message's place in its chat; its order for ever. */
    seq: integer("seq").notNull(),
    /** The chat revision of its last change: equal to `seq` until it is deleted. */
    revision: integer("revision").notNull(),
    /** An account id or a guest's identity. */
    author: text("author").notNull(),
    authorName: text("author_name").notNull(),
    authorRole: text("author_role", { enum: ["host", "guest", "viewer"] }).notNull(),
    text: text("text").notNull(),
    sentAt: instant("sent_at").notNull(),
    deletedAt: instant("deleted_at"),
    deletedBy: text("deleted_by").references(() => accounts.id),
  },
  (t) => [
    primaryKey({ columns: [t.mint, t.channel, t.seq] }),
    index("chat_messages_revision").on(t.mint, t.channel, t.revision),
    index("chat_messages_author").on(t.mint, t.channel, t.author, t.sentAt),
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

/** LiveKit's events as they came, once each. */
export const webhookEvents = pgTable(
  "webhook_events",
  {
    id: text("id").primaryKey(),
    /** In which order they arrived. */
    seq: bigserial("seq", { mode: "number" }).notNull(),
    event: text("event").notNull(),
    mint: text("mint"),
    sid: text("sid"),
    identity: text("identity"),
    payload: jsonb("payload").notNull(),
    /** When it happened, by LiveKit's clock; a repeated delivery arrives later than its successors. */
    happenedAt: instant("happened_at").notNull().defaultNow(),
    createdAt: createdAt(),
  },
  (t) => [
    index("webhook_events_mint").on(t.mint, t.seq),
    index("webhook_events_sid").on(t.sid),
    check("event_named", sql`${t.event} <> ''`),
  ],
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

/** The counters of the rate limiter, whose columns these are; lost in a crash, and no harm done. */
export const rateLimits = pgTable("rate_limits", {
  key: text("key").primaryKey(),
  points: integer("points").notNull().default(0),
  expire: bigint("expire", { mode: "number" }),
});

/** Small pictures: a show's cover, a frame of it now and then, and what a waiting guest looks like. */
export const pictures = pgTable(
  "pictures",
  {
    mint: text("mint")
      .notNull()
      .references(() => livestreams.mint, { onDelete: "cascade" }),
    kind: text("kind", { enum: ["cover", "frame", "guest"] }).notNull(),
    /** A guest's identity; empty for the pictures of the show itself. */
    subject: text("subject").notNull().default(""),
    mediaType: text("media_type", { enum: ["image/jpeg", "image/png", "image/webp"] }).notNull(),
    bytes: bytes("bytes").notNull(),
    /** SHA-256 of the bytes, by which browsers know a picture that they have. */
    digest: text("digest").notNull(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.mint, t.kind, t.subject] })],
);

/** Keys by which an encoder such as OBS sends a livestream's picture over WHIP. */
export const streamKeys = pgTable(
  "stream_keys",
  {
    id: text("id").primaryKey(),
    mint: text("mint")
      .notNull()
      .references(() => livestreams.mint, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** SHA-256 of the key, which is random and long enough to need no slow hash. */
    hash: text("hash").notNull(),
    ending: text("ending").notNull(),
    createdBy: text("created_by")
      .notNull()
      .references(() => accounts.id),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("stream_keys_hash_key").on(t.hash), index("stream_keys_mint").on(t.mint)],
);

/** What an encoder opened: our address of it, and the one of LiveKit that nobody else may learn. */
export const encoderSessions = pgTable(
  "encoder_sessions",
  {
    id: text("id").primaryKey(),
    keyId: text("key_id")
      .notNull()
      .references(() => streamKeys.id, { onDelete: "cascade" }),
    mint: text("mint")
      .notNull()
      .references(() => livestreams.mint, { onDelete: "cascade" }),
    identity: text("identity").notNull(),
    sid: text("sid").notNull(),
    endedAt: instant("ended_at"),
    createdAt: createdAt(),
  },
  (t) => [index("encoder_sessions_key").on(t.keyId).where(sql`${t.endedAt} is null`)],
);
