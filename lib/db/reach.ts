import "server-only";
import { once } from "@/lib/once";

type Reach = "unknown" | "reached" | "lost" | "away";

/**
 * As the listener (bus.ts) sees the database: while it is `reached` no change is missed, and it is `away` once the
 * listener could not connect. `lostAt` is `performance.now()` of the last loss. Reading it does not start the listener.
 */
export const reach = () =>
  once<{ state: Reach; lostAt: number }>("database-reach", () => ({
    state: "unknown",
    lostAt: Number.NEGATIVE_INFINITY,
  }));
