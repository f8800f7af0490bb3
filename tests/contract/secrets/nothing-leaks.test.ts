import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { login, signUp } from "@/lib/contracts/auth";
import { settingsTable } from "@/lib/settings.mjs";
import { testDataDir } from "@/scripts/launcher/test-settings.mjs";
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

/** The values of this Greenroom's secret settings, and what the launcher makes itself. */
const secrets = Object.values(settingsTable)
  .filter(({ secret }) => secret)
  .map(({ name }) => ({ name, value: process.env[name] ?? "" }));
const passwordOfDatabase = new URL(process.env.DATABASE_URL ?? "postgres://x").password;

describe("what a browser gets", () => {
  const isPrerendered = (path: string) => /\.(html|rsc|meta|body)$/.test(path);
  const given = [
    ...filesIn(join(build, "static")),
    ...filesIn(join(build, "server", "app")).filter(isPrerendered),
    // The packed files say what those beside them say.
    ...filesIn(join(root, "public")).filter((path) => !path.endsWith(".br")),
  ].map((path) => ({ path: path.slice(root.length), text: readFileSync(path, "latin1") }));

  test("is there to be searched", () => {
    expect(given.filter(({ path }) => path.endsWith(".js")).length).toBeGreaterThan(10);
    expect(given.map(({ path }) => path).join()).toMatch(/public\/modules\/livekit-client\./);
    expect(secrets.map(({ name }) => name)).toContain("LIVEKIT_API_SECRET");
    for (const { name, value } of secrets) expect(value.length, name).toBeGreaterThan(15);
  });

  test("holds the value of no secret setting", () => {
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
    test(`does not name ${word}`, () => {
      const found = given.filter(({ text }) => text.includes(word));
      expect(found.map(({ path }) => path)).toEqual([]);
    });
  }
});

describe("the logs of app, LiveKit and database", () => {
  /** What was handed out or typed in; each went through the app just now. */
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
    Object.assign(handled, {
      password: ada.password,
      "bearer token": ada.api.bearer,
      "session cookie": sessionCookieOf(browser),
      invite: invite.token,
      "guest token": guest.token,
      "guest cookie": [...guest.browser.cookies.values()][0],
      "host token": host,
      "viewer token": viewer,
      "e-mail": ada.email,
      "wrong password": unique("not the password"),
    });
    const wrong = { email: ada.email, password: handled["wrong password"] ?? "" };
    await new Client().call(login, { body: wrong });
    failed = await signUpWhileTheDatabaseRefuses(emailOfFailed);
    for (const token of [host, viewer, guest.token, `${host}x`]) {
      await validate(token);
      await authorize(token);
    }
    await browser.send(`/join?invite_token=${invite.token}`);
    await new Client(`${ada.api.bearer}x`).send("/auth/my-profile");
    // Refused by next-auth, which logs what it refuses.
    browser.cookies.set("next-auth.session-token", `${handled["session cookie"]}x`);
    await browser.send("/api/auth/session");
  });

  /** PostgreSQL names the whole row in its refusal, and Drizzle every value of the query. */
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

  /** All but Next's greeting. */
  const linesOfApp = () =>
    readFileSync(join(logs, "app.log"), "utf8")
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line));

  test("are there to be searched", () => {
    expect(
      written()
        .map(({ path }) => path)
        .join(" "),
    ).toMatch(/app\.log.*livekit\.log/);
    for (const [what, value] of Object.entries(handled)) {
      expect(value?.length, what).toBeGreaterThan(15);
    }
  });

  test("hold nothing of what people were given or typed", () => {
    for (const [what, value] of Object.entries(handled)) {
      // The signature, or the tag, of a token is what makes it one.
      const part = value.includes("@") ? value : (value.split(".").at(-1) ?? value);
      const found = written().filter(({ text }) => text.includes(part));
      expect(
        found.map(({ path }) => path),
        what,
      ).toEqual([]);
    }
  });

  test("hold one line of a request that failed, which leads from the answer to the query", async () => {
    expectProblem(failed, 500, "internal-error");
    // A log holds the runs before this one as well.
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

  test("at LOG_LEVEL=debug, have a line for each request, by its pattern and never its address", () => {
    const routes = linesOfApp().filter(({ message }) => message === "a request was answered");
    expect(routes.map(({ route }) => route)).toContain("/livestreams/{mint}/go-live");
    for (const { route } of routes) expect(route).not.toMatch(/[?=]/);
  });

  test("hold no secret setting, and nothing that looks like a token", () => {
    for (const { path, text } of written()) {
      for (const { name, value } of secrets)
        expect(text.includes(value), `${path} ${name}`).toBe(false);
      expect(text.match(/eyJ[\w-]{10,}\.[\w-]*\.[\w-]+/)?.[0], path).toBeUndefined();
    }
  });
});
