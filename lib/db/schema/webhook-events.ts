import { sql } from "drizzle-orm";
import { bigserial, check, index, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, instant } from "./columns";

/** LiveKit's events, once each: only the fields that the event log shows. */
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
    /** Of an event about a track: what it carries, in LiveKit's words. */
    trackSource: text("track_source"),
    trackType: text("track_type"),
    /** When it happened, by LiveKit's clock; a repeated delivery arrives later than its successors. */
    happenedAt: instant("happened_at").notNull().defaultNow(),
    createdAt: createdAt(),
  },
  (t) => [
    index("webhook_events_mint").on(t.mint, t.seq),
    index("webhook_events_sid").on(t.sid),
    index("webhook_events_created").on(t.createdAt),
    check("event_named", sql`${t.event} <> ''`),
  ],
);
