import { sql } from "drizzle-orm";
import { bigserial, check, index, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, instant } from "./columns";

/** LiveKit's events, each stored once, with only the fields that the event log shows. */
export const webhookEvents = pgTable(
  "webhook_events",
  {
    id: text("id").primaryKey(),
    /** The order of arrival. */
    seq: bigserial("seq", { mode: "number" }).notNull(),
    event: text("event").notNull(),
    mint: text("mint"),
    sid: text("sid"),
    identity: text("identity"),
    /** For track events: source and type, in LiveKit's terms. */
    trackSource: text("track_source"),
    trackType: text("track_type"),
    /** When it happened, by LiveKit's clock. A repeated delivery arrives after later events. */
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
