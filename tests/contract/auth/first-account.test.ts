import { randomBytes } from "node:crypto";
import { drizzle } from "drizzle-orm/node-postgres";
import { Pool } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isFounded } from "@/lib/accounts/is-founded";
import { signUp } from "@/lib/accounts/sign-up";
import { migrate } from "@/scripts/migrate.mjs";
import { withDatabase } from "@/tests/support/api/database";
import { server } from "@/tests/support/api/server";

// The server of the tests has its first account already: this needs an installation without any.
const name = `contract_${randomBytes(6).toString("hex")}`;
const url = new URL(server.databaseUrl);
url.pathname = `/${name}`;
let pool: Pool;

beforeAll(async () => {
  await withDatabase(server.databaseUrl, (database) => database.query(`create database ${name}`));
  await migrate(url.href);
  pool = new Pool({ connectionString: url.href });
});

afterAll(async () => {
  await pool.end();
  await withDatabase(server.databaseUrl, (database) => database.query(`drop database ${name}`));
});

const at = (n: number) => ({
  email: `person${n}@example.org`,
  handle: `person${n}`,
  name: `Person ${n}`,
  password: "correct horse",
});

test("the first account that does not ask to be ordinary is the super admin, also when six sign up at once", async () => {
  const db = drizzle(pool);
  const program = await signUp({ db }, { ...at(7), ordinary: true });
  expect(program.role).toBe("user");
  expect(await isFounded({ db })).toBe(false);
  const made = await Promise.all(Array.from({ length: 6 }, (_, n) => signUp({ db }, at(n))));
  const roles = made.map(({ role }) => role).sort();
  expect(roles).toEqual(["super_admin", "user", "user", "user", "user", "user"]);
  expect(await isFounded({ db })).toBe(true);
  expect((await signUp({ db }, at(6))).role).toBe("user");
});
