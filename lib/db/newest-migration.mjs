/** PostgreSQL's code, for a database that was never migrated. */
const undefinedTable = "42P01";

/**
 * For the launcher and the app: which schema a database has. A transaction is aborted if there is none.
 * @param {import("pg").Client} client
 * @returns {Promise<number>} drizzle-kit's time of the newest migration; 0 for a new database
 */
export async function newestMigration(client) {
  try {
    const asked = "select max(created_at)::float8 as at from drizzle.__drizzle_migrations";
    return (await client.query(asked)).rows[0].at ?? 0;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === undefinedTable) return 0;
    throw error;
  }
}
