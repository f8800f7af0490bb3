import { sql } from "drizzle-orm";
import { bigserial, check, index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, instant } from "./columns";

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
