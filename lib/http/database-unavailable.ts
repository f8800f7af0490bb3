import "server-only";
import { Problem } from "@/lib/problem";

/** An app process looks for the database every second. */
export const retryAfterSeconds = 2;

export const databaseUnavailable = () =>
  new Problem(
    "database-unavailable",
    "This server’s database isn’t available right now. Try again in a moment.",
    { retryAfterSeconds },
  );
