import { Client as Postgres } from "pg";
import { server } from "./server";

type Row = Record<string, unknown>;

/** For the few things that no URL does yet, or that only time does. */
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
 * Runs `work` while the app's sweep, which every ten seconds sets presence to what LiveKit says,
 * is held back by its own lock: a connection that only a webhook speaks of would not outlive it.
 */
export function withoutSweep<T>(work: () => Promise<T>): Promise<T> {
  return withDatabase(server.databaseUrl, async (database) => {
    await database.query("select pg_advisory_lock(hashtext('greenroom.sweep'))");
    return work();
  });
}

/** Runs `work` while the app finds no such table, as it would with a database that fails. */
export async function withoutTable<T>(name: string, work: () => Promise<T>): Promise<T> {
  await sql(`alter table ${name} rename to ${name}_away`);
  try {
    return await work();
  } finally {
    await sql(`alter table ${name}_away rename to ${name}`);
  }
}
