import { bigint, index, integer, pgTable, text } from "drizzle-orm/pg-core";

/** The counters of the rate limiter, whose columns these are; lost in a crash, and no harm done. */
export const rateLimits = pgTable(
  "rate_limits",
  {
    key: text("key").primaryKey(),
    points: integer("points").notNull().default(0),
    /** Milliseconds since 1970. */
    expire: bigint("expire", { mode: "number" }),
  },
  (t) => [index("rate_limits_expire").on(t.expire)],
);
