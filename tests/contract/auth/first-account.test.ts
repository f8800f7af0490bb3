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

test("the first account with the founder's code is the super admin, also when six sign up at once", async () => {
  const db = drizzle(pool);
  const here = { fromThisMachine: true };
  const stranger = await signUp({ db }, at(8));
  const program = await signUp({ db }, { ...at(7), ...here, ordinary: true });
  expect([stranger.role, program.role]).toEqual(["user", "user"]);
  const guess = signUp({ db }, { ...at(9), ...here, code: `${server.founderCode}x` });
  await expect(guess).rejects.toMatchObject({ code: "not-allowed" });
  expect(await isFounded({ db })).toBe(false);
  const first = (n: number) => (n % 2 ? here : { code: server.founderCode });
  const made = await Promise.all(
    Array.from({ length: 6 }, (_, n) => signUp({ db }, { ...at(n), ...first(n) })),
  );
  const roles = made.map(({ role }) => role).sort();
  expect(roles).toEqual(["super_admin", "user", "user", "user", "user", "user"]);
  expect(await isFounded({ db })).toBe(true);
  const late = await signUp({ db }, { ...at(6), code: server.founderCode });
  expect(late.role).toBe("user");
});
