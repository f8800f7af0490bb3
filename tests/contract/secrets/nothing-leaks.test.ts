import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { login, signUp } from "@/lib/contracts/accounts/auth";
import { createResetLink, resetPassword } from "@/lib/contracts/accounts/passwords";
import { readServer } from "@/lib/contracts/admin/server";
import { settingsTable } from "@/lib/settings-table.mjs";
import { testDataDir } from "@/scripts/launcher/test-settings.mjs";
import { theSuperAdmin } from "@/tests/support/api/actors";
import { type Answer, Client } from "@/tests/support/api/client";
import { sql } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aGuestOnStage,
  aHostToken,
  aLiveShow,
  anAccount,
  anInvite,
  aViewerToken,
  unique,
} from "@/tests/support/api/factories";
import { authorize, validate } from "@/tests/support/api/gate";
import { sessionCookieOf, signInByPage } from "@/tests/support/api/pages";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const build = join(root, ".next-test");
const logs = join(root, testDataDir, "logs");

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

/** The values of this Greenroom's secret settings, including those the launcher generates. */
const secrets = Object.values(settingsTable)
  .filter(({ secret }) => secret)
  .map(({ name }) => ({ name, value: process.env[name] ?? "" }))
  // Other programs' secrets and second keys, which the tests' stack has no use for.
  .filter(({ name }) => !/^(?:OIDC_|SECOND_|SMTP_URL$)/.test(name));
const passwordOfDatabase = new URL(process.env.DATABASE_URL ?? "postgres://x").password;

describe("what a browser receives", () => {
  const isPrerendered = (path: string) => /\.(html|rsc|meta|body)$/.test(path);
  const given = [
    ...filesIn(join(build, "static")),
    ...filesIn(join(build, "server", "app")).filter(isPrerendered),
    // A compressed file has the same content as the one beside it.
    ...filesIn(join(root, "public")).filter((path) => !path.endsWith(".br")),
  ].map((path) => ({ path: path.slice(root.length), text: readFileSync(path, "latin1") }));

  test("has files to search", () => {
    expect(given.filter(({ path }) => path.endsWith(".js")).length).toBeGreaterThan(10);
    expect(given.map(({ path }) => path).join()).toMatch(/public\/modules\/livekit-client\./);
    expect(secrets.map(({ name }) => name)).toContain("LIVEKIT_API_SECRET");
    for (const { name, value } of secrets) expect(value.length, name).toBeGreaterThan(15);
  });

  test("contains no secret setting's value", () => {
    for (const { name, value } of [
      ...secrets,
      { name: "the database's password", value: passwordOfDatabase },
    ]) {
      const found = given.filter(({ text }) => value && text.includes(value));
      expect(
        found.map(({ path }) => path),
        name,
      ).toEqual([]);
    }
  });

  const serverOnly = [
    ...Object.values(settingsTable)
      .filter(({ secret }) => secret)
      .map(({ name }) => name),
    "LIVEKIT_API_KEY",
    "NEXTAUTH_SECRET",
    "argon2",
    "nodemailer",
    "drizzle",
    "livekit-server-sdk",
    "RoomServiceClient",
    "node-postgres",
    "rate-limiter-flexible",
    "rate_limits",
    "password_hash",
    "secret_hash",
    "ZodError",
  ];
  for (const word of serverOnly) {
    test(`does not mention ${word}`, () => {
      const found = given.filter(({ text }) => text.includes(word));
      expect(found.map(({ path }) => path)).toEqual([]);
    });
  }
});

test("the state of this server contains no secret setting's value", async () => {
  const { text } = await (await theSuperAdmin()).call(readServer, {});
  for (const { name, value } of secrets) expect(text.includes(value), name).toBe(false);
  expect(text).not.toContain(passwordOfDatabase || "postgres:");
  expect(text).not.toContain(process.env.LIVEKIT_API_KEY);
});

describe("the logs of the app, LiveKit and the database", () => {
  /** Secrets that were just handed out or typed in; each went through the app. */
  const handled: Record<string, string> = {};
  const emailOfFailed = `${unique("forced")}@example.org`;
  let failed: Answer;

  beforeAll(async () => {
    const ada = await anAccount();
    const mint = await aLiveShow(ada);
    const invite = await anInvite(ada, mint);
    const guest = await aGuestOnStage(ada, invite);
    const { browser } = await signInByPage(ada);
    const host = await aHostToken(ada, { mint, creator: ada });
    const viewer = await aViewerToken(ada, mint, true);
    const [used, unused] = [await aResetSecret(), await aResetSecret()];
    const newPassword = unique("the new password");
    await new Client().ok(resetPassword, { body: { token: used, password: newPassword } });
    await new Client().call(resetPassword, { body: { token: unused, password: "short" } });
    Object.assign(handled, {
      password: ada.password,
      "bearer token": ada.api.bearer,
      "session cookie": sessionCookieOf(browser),
      invite: invite.token,
      "short invite link": new URL(invite.shortUrl).pathname,
      "guest token": guest.token,
      "guest cookie": [...guest.browser.cookies.values()][0],
      "host token": host,
      "viewer token": viewer,
      "e-mail": ada.email,
      "wrong password": unique("not the password"),
      "used reset link": used,
      "unused reset link": unused,
      "new password": newPassword,
    });
    const wrong = { email: ada.email, password: handled["wrong password"] ?? "" };
    await new Client().call(login, { body: wrong });
    failed = await signUpWhileTheDatabaseRefuses(emailOfFailed);
    for (const token of [host, viewer, guest.token, `${host}x`]) {
      await validate(token);
      await authorize(token);
    }
    await browser.send(`/join?invite_token=${invite.token}`);
    await browser.send(new URL(invite.shortUrl).pathname);
    await new Client(`${ada.api.bearer}x`).send("/auth/my-profile");
    // next-auth logs the sessions that it refuses.
    browser.cookies.set("next-auth.session-token", `${handled["session cookie"]}x`);
    await browser.send("/api/auth/session");
  });

  async function aResetSecret(): Promise<string> {
    const { handle } = await anAccount();
    const { url } = await (await theSuperAdmin()).ok(createResetLink, { params: { handle } });
    return new URL(url).hash.slice(1);
  }

  /** PostgreSQL's error names the whole row, and Drizzle's every value of the query. */
  async function signUpWhileTheDatabaseRefuses(email: string): Promise<Answer> {
    await sql(
      "alter table accounts add constraint refused check (email not like 'forced%') not valid",
    );
    const body = { email, handle: unique("f").slice(0, 20), name: "Ada", password: "long enough" };
    const answer = await new Client().call(signUp, { body });
    await sql("alter table accounts drop constraint refused");
    return answer;
  }

  const written = () =>
    filesIn(logs).map((path) => ({
      path: path.slice(root.length),
      text: readFileSync(path, "utf8"),
    }));

  /** Everything but Next's greeting. */
  const linesOfApp = () =>
    readFileSync(join(logs, "app.log"), "utf8")
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line));

  test("have content to search", () => {
    expect(
      written()
        .map(({ path }) => path)
        .join(" "),
    ).toMatch(/app\.log.*livekit\.log/);
    for (const [what, value] of Object.entries(handled)) {
      expect(value?.length, what).toBeGreaterThan(15);
    }
  });

  test("contain nothing that people received or typed", () => {
    for (const [what, value] of Object.entries(handled)) {
      // The signature, or the authentication tag, is the secret part of a token.
      const part = value.includes("@") ? value : (value.split(".").at(-1) ?? value);
      const found = written().filter(({ text }) => text.includes(part));
      expect(
        found.map(({ path }) => path),
        what,
      ).toEqual([]);
    }
  });

  test("contain one line for each failed request, which leads from the response to the query", async () => {
    expectProblem(failed, 500, "internal-error");
    // The log also holds earlier runs.
    const id = failed.headers.get("x-request-id");
    const told = linesOfApp().filter(
      ({ requestId, level }) => requestId === id && level === "error",
    );
    expect(told).toMatchObject([
      {
        method: "POST",
        route: "/auth/sign-up",
        status: 500,
        ms: expect.any(Number),
        error: { message: expect.stringMatching(/^Failed query: insert into "accounts"/) },
      },
    ]);
    expect(JSON.stringify(linesOfApp())).not.toContain(emailOfFailed);
  });

  test("at LOG_LEVEL=debug, contain a line for each request, with its route pattern and never its URL", () => {
    const routes = linesOfApp().filter(({ message }) => message === "a request was answered");
    expect(routes.map(({ route }) => route)).toContain("/livestreams/{mint}/go-live");
    for (const { route } of routes) expect(route).not.toMatch(/[?=]/);
  });

  test("contain no secret setting, and nothing that looks like a token", () => {
    for (const { path, text } of written()) {
      for (const { name, value } of secrets)
        expect(text.includes(value), `${path} ${name}`).toBe(false);
      expect(text.match(/eyJ[\w-]{10,}\.[\w-]*\.[\w-]+/)?.[0], path).toBeUndefined();
    }
  });
});
