import { createHash, randomBytes } from "node:crypto";
import { Client as Postgres } from "pg";
import type { LimitName } from "@/lib/limits";
import { server } from "./server";
import { aSweepMs, until } from "./until";

type Row = Record<string, unknown>;

/** For the few things that no URL does yet, or that only time can do. */
export async function sql<R extends Row>(text: string, values: unknown[] = []): Promise<R[]> {
  return withDatabase(server.databaseUrl, async (database) => {
    const { rows } = await database.query<R>(text, values);
    return rows;
  });
}

export async function withDatabase<T>(
  url: string,
  work: (database: Postgres) => Promise<T>,
): Promise<T> {
  const database = new Postgres({ connectionString: url });
  await database.connect();
  try {
    return await work(database);
  } finally {
    await database.end();
  }
}

/**
 * Runs `work` while the app's sweep, which every ten seconds sets presence to what LiveKit reports,
 * is held back by its own lock: it would remove a connection that only a webhook reported.
 */
export function withoutSweep<T>(work: () => Promise<T>): Promise<T> {
  return withDatabase(server.databaseUrl, async (database) => {
    await database.query("select pg_advisory_lock(hashtext('greenroom.sweep'))");
    return work();
  });
}

/** The key under which a use of a limit is counted. */
export const limitKey = (name: LimitName, key: string): string =>
  `${name}:${createHash("sha256").update(key).digest("base64url")}`;

/** Runs `work` while the database fails to count one key; others are still counted. */
export async function withoutCounting<T>(key: string, work: () => Promise<T>): Promise<T> {
  const name = `fails_${randomBytes(8).toString("hex")}`;
  await sql(`
    create function ${name}() returns trigger language plpgsql
      as $$ begin raise exception 'rate_limits is out of order'; end $$;
    create trigger ${name} before insert on rate_limits for each row
      when (new.key = '${key}') execute function ${name}()`);
  try {
    return await work();
  } finally {
    await sql(`drop function ${name} cascade`);
  }
}

/**
 * What `overtake` locks: a row of a table by its key, or a turn that transactions take. As a deletion, it also holds
 * back those who only keep the row from being deleted.
 */
type Held = { table: string; key: string; value: string; asDeletion?: boolean } | { turn: string };

/**
 * Makes `change` overtake `slow`, every time: holds a lock until `slow` waits for it, then commits the
 * change and releases the lock. Whatever `slow` has read before is stale by then.
 */
export function overtake<T>(
  held: Held,
  slow: () => Promise<T>,
  change: (database: Postgres) => Promise<unknown>,
): Promise<T> {
  return withDatabase(server.databaseUrl, async (database) => {
    await database.query("begin");
    if ("turn" in held) {
      await database.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [held.turn]);
    } else {
      const { table, key, value, asDeletion } = held;
      const lock = asDeletion ? "update" : "no key update";
      await database.query(`select from ${table} where ${key} = $1 for ${lock}`, [value]);
    }
    const answer = slow();
    await until("someone waits for the lock", () => hasFollowers(database), aSweepMs);
    await change(database);
    await database.query("commit");
    return answer;
  });
}

// Not pg_stat_activity, which keeps showing its first snapshot within a transaction.
export async function hasFollowers(database: Postgres): Promise<boolean> {
  const { rowCount } = await database.query(
    "select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))",
  );
  return (rowCount ?? 0) > 0;
}
