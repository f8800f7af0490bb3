import { sql } from "drizzle-orm";
import { index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { createdAt, instant } from "./columns";
import { livestreams } from "./livestreams";

/** Keys that let an encoder such as OBS send to a livestream over WHIP. */
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
      .references(() => accounts.id, { onDelete: "cascade" }),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("stream_keys_hash_key").on(t.hash), index("stream_keys_mint").on(t.mint)],
);

/** WHIP sessions of encoders: our public id, and LiveKit's, which nobody else may learn. */
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
  (t) => [
    index("encoder_sessions_key").on(t.keyId),
    index("encoder_sessions_sid").on(t.sid),
    index("encoder_sessions_open").on(t.mint, t.identity).where(sql`${t.endedAt} is null`),
    index("encoder_sessions_over").on(t.endedAt).where(sql`${t.endedAt} is not null`),
  ],
);
