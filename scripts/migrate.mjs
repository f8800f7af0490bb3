import { fileURLToPath } from "node:url";
import { loadSettings } from "./launcher/load-settings.mjs";
import { Problem, runMain, sentenceOf } from "./launcher/problem.mjs";

const ourFolder = fileURLToPath(new URL("../lib/db/migrations", import.meta.url));

// Any number will do, as long as every Greenroom uses the same.
const lockNumber = 7_264_501;

/** @param {string} databaseUrl */
async function connect(databaseUrl) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 15_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    const { host } = new URL(databaseUrl);
    throw new Problem(`The database at ${host} cannot be reached (${reasonOf(error)}).`);
  }
}

/**
 * @param {string} databaseUrl
 * @throws {Problem} when nobody answers there, or another password is wanted
 */
export async function requireConnection(databaseUrl) {
  const client = await connect(databaseUrl);
  await client.end().catch(() => {});
}

/**
 * Brings a database to the schema of this version. Of several that start at once, one does it.
 * @param {string} databaseUrl
 * @param {string} [folder] as drizzle-kit generated it
 */
export async function migrate(databaseUrl, folder = ourFolder) {
  const [{ drizzle }, migrator] = await Promise.all([
    import("drizzle-orm/node-postgres"),
    import("drizzle-orm/node-postgres/migrator"),
  ]);
  const client = await connect(databaseUrl);
  try {
    await client.query("select pg_advisory_lock($1)", [lockNumber]);
    await migrator.migrate(drizzle(client), { migrationsFolder: folder });
  } catch (error) {
    throw new Problem(`The database could not be brought to this version: ${reasonOf(error)}.`);
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * The cause is PostgreSQL's own sentence; the error around it would repeat the whole statement.
 * @param {unknown} error
 * @returns {string}
 */
function reasonOf(error) {
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  return error instanceof Error && error.cause ? reasonOf(error.cause) : sentenceOf(error);
}

// For operators who start the app by other means: DATABASE_URL=… node scripts/migrate.mjs
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runMain(async () => {
    const { databaseUrl } = loadSettings();
    if (!databaseUrl) throw new Problem("Set DATABASE_URL to the database to migrate.");
    await migrate(databaseUrl);
    return 0;
  });
}
