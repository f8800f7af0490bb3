import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { isListening } from "@/lib/db/bus";
import type { Db } from "@/lib/db/client";
import journal from "@/lib/db/migrations/meta/_journal.json";
import { isDraining } from "@/lib/draining";
import { log } from "@/lib/log";
import { once } from "@/lib/once";

/** Why a process should get no requests. */
export type Unready =
  | "draining"
  | "database-unreachable"
  | "database-not-migrated"
  | "changes-not-heard";

const withinMs = 2_000;
/** Strangers may ask as often as they like; the database is asked once in this time. */
const validMs = 1_000;

/** drizzle-kit's time of the newest migration that this version needs. */
const newest = Math.max(...journal.entries.map(({ when }) => when));

type Answer = Unready | null;
type Asked = { atMs: number; answer: Promise<Answer>; settled: boolean };

/**
 * Whether this process can serve: its database answers within two seconds and has this version's
 * migrations, and its changes are heard. LiveKit does not count: without it every process would be
 * unready, and pages still work.
 *
 * @returns null if it is ready
 */
export async function whyUnready({ db }: { db: Db }): Promise<Unready | null> {
  if (isDraining()) return "draining";
  const { answer } = lastAsked(db);
  const late = new AbortController();
  const tooLate = pause(withinMs, "database-unreachable" as const, { signal: late.signal });
  const reason = await Promise.race([answer, tooLate]);
  late.abort();
  tooLate.catch(() => undefined);
  return reason ?? (isListening() ? null : "changes-not-heard");
}

/** A query that has not settled is not asked again, so that a frozen database does not fill the pool. */
function lastAsked(db: Db): Asked {
  const last = once("readiness", () => ({ asked: null as Asked | null }));
  const { asked } = last;
  if (asked && (!asked.settled || performance.now() - asked.atMs < validMs)) return asked;
  const answer = askDatabase(db).finally(() => {
    fresh.settled = true;
  });
  const fresh: Asked = { atMs: performance.now(), answer, settled: false };
  last.asked = fresh;
  return fresh;
}

async function askDatabase(db: Db): Promise<Answer> {
  try {
    const { rows } = await db.execute<{ newest: string | null }>(
      sql`select max(created_at) as newest from drizzle.__drizzle_migrations`,
    );
    // A newer version may have migrated the database already.
    return Number(rows[0]?.newest ?? 0) >= newest ? null : "database-not-migrated";
  } catch (error) {
    log.warn("the database could not be asked whether this process is ready", error);
    return "database-unreachable";
  }
}
