import { randomBytes } from "node:crypto";
import { drizzle } from "drizzle-orm/node-postgres";
import { Pool } from "pg";
import { expect, onTestFinished, test } from "vitest";
import { isFounded } from "@/lib/accounts/is-founded";
import { signUp } from "@/lib/sign-up/sign-up";
import { migrate } from "@/scripts/migrate.mjs";
import { anotherApp } from "@/tests/support/api/another-app";
import { Client } from "@/tests/support/api/client";
import { withDatabase } from "@/tests/support/api/database";
import { Mailbox } from "@/tests/support/api/mailbox";
import { askRaw } from "@/tests/support/api/raw";
import { server } from "@/tests/support/api/server";
import { until } from "@/tests/support/api/until";

// The test server already has its first account: this needs an installation without accounts.
async function anEmptyDatabase(): Promise<string> {
  const name = `contract_${randomBytes(6).toString("hex")}`;
  const url = new URL(server.databaseUrl);
  url.pathname = `/${name}`;
  await withDatabase(server.databaseUrl, (database) => database.query(`create database ${name}`));
  await migrate(url.href);
  onTestFinished(async () => {
    const drop = `drop database ${name} with (force)`;
    await withDatabase(server.databaseUrl, (database) => database.query(drop));
  });
  return url.href;
}

const at = (n: number) => ({
  email: `person${n}@example.org`,
  handle: `person${n}`,
  name: `Person ${n}`,
  password: "correct horse",
});

test("the first account with the founder's code is the super admin, even when six sign up at once", async () => {
  const pool = new Pool({ connectionString: await anEmptyDatabase() });
  onTestFinished(() => pool.end());
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

test("the first account is the super admin only when created on this machine, and not through a proxy on it", {
  timeout: 90_000,
}, async () => {
  const app = await anotherApp({ DATABASE_URL: await anEmptyDatabase(), TRUST_PROXY: "0" });
  onTestFinished(() => app.stop());
  const roleWith = async (n: number, ...headers: string[]) => {
    const body = JSON.stringify(at(n));
    const answer = await askRaw("/auth/sign-up", {
      ...{ to: app.url, method: "POST", body },
      headers: ["Content-Type: application/json", `Content-Length: ${body.length}`, ...headers],
    });
    expect(answer.status, answer.body).toBe(201);
    return /"role":"(\w+)"/.exec(answer.body)?.[1];
  };
  expect(await roleWith(1, "X-Forwarded-Host: evil.example")).toBe("user");
  expect(await roleWith(2, "X-Forwarded-Proto: https")).toBe("user");
  expect(await roleWith(3, "X-Forwarded-For: 127.0.0.1")).toBe("user");
  expect(await roleWith(4, "Via: 1.1 proxy")).toBe("user");
  expect(await roleWith(5)).toBe("super_admin");
});

test("201: where mail is set, the founder's account exists at once, and a stranger's once its link is opened", {
  timeout: 90_000,
}, async () => {
  const mailbox = await Mailbox.opens();
  const app = await anotherApp({ DATABASE_URL: await anEmptyDatabase(), ...mailbox.settings });
  onTestFinished(async () => {
    await app.stop();
    await mailbox.closes();
  });
  const signsUp = (body: object) =>
    new Client(null, "10.0.0.1", app.url).send("/auth/sign-up", { method: "POST", json: body });
  expect(await signsUp(at(1))).toMatchObject({ status: 202, body: { profile: null } });
  const wrong = await signsUp({ ...at(2), code: `${server.founderCode}x` });
  expect(wrong).toMatchObject({ status: 403, body: { code: "not-allowed" } });
  expect(await signsUp({ ...at(3), code: server.founderCode })).toMatchObject({
    status: 201,
    body: { profile: { role: "super_admin" } },
  });
  expect(await signsUp({ ...at(4), code: server.founderCode })).toMatchObject({ status: 202 });
  await until("two mails", () => mailbox.letters.length === 2);
});
