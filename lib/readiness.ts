import "server-only";
import { isListening, migratedAt } from "@/lib/db/bus";
import journal from "@/lib/db/migrations/meta/_journal.json";
import { isDraining } from "@/lib/draining";

/** Why a process should get no requests. */
export type Unready = "draining" | "database-unreachable" | "database-not-migrated";

/** drizzle-kit's time of the newest migration that this version needs. */
const newest = Math.max(...journal.entries.map(({ when }) => when));

/**
 * Whether this process can serve: it hears the database's changes, on a connection that is checked every
 * few seconds, and the database has this version's migrations. The pool does not count: when it is busy,
 * sending requests elsewhere would make the others busier. LiveKit does not count either: without it every
 * process would be unready, and pages still work.
 *
 * @returns null if it is ready
 */
export function whyUnready(): Unready | null {
  if (isDraining()) return "draining";
  if (!isListening()) return "database-unreachable";
  // A newer version may have migrated the database already.
  return migratedAt() >= newest ? null : "database-not-migrated";
}
