import { bigint, index, integer, pgTable, text } from "drizzle-orm/pg-core";

/** The rate limiter's counters, with the library's columns. Losing them in a crash does no harm. */
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
