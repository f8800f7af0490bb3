import { afterAll, beforeAll, expect, test } from "vitest";
import { myProfile } from "@/lib/contracts/accounts/auth";
import { readWaysToSignIn } from "@/lib/contracts/accounts/linked-identity";
import { endSession, listSessions } from "@/lib/contracts/accounts/sessions";
import { Client } from "@/tests/support/api/client";
import { sql } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { anAccount, unique } from "@/tests/support/api/factories";
import { csrfTokenAt, form, sessionCookieOf } from "@/tests/support/api/pages";
import { linkedIdentitiesOf, signInByProvider, startAt } from "@/tests/support/api/provider";
import { server } from "@/tests/support/api/server";
import { aProviderAndApp, type ProviderAndApp } from "@/tests/support/own/openid-provider";

let there: ProviderAndApp;
beforeAll(async () => {
  there = await aProviderAndApp();
}, 90_000);
afterAll(() => there?.stop());

/** Someone new to this server, with these claims besides an email address of their own. */
function aNewcomer(claims: Record<string, string | boolean> = {}): string {
  const login = unique("p");
  there.people.set(login, { email: `${login}@example.org`, email_verified: true, ...claims });
  return login;
}

const profileOf = (browser: Client) => browser.ok(myProfile, {});
const noSession = ({ cookies }: Client) =>
  expect([...cookies.keys()].join()).not.toContain("session-token");

test("someone new gets an account from the provider's claims, never an admin's, and the same one next time", async () => {
  const handle = unique("ada").slice(0, 30);
  const login = aNewcomer({ name: "Ada\u202e Lovelace", preferred_username: `${handle}@corp` });
  const { browser, url } = await signInByProvider(there, { login, callbackUrl: "/studio" });
  expect(url.href).toBe(`${there.app.url}/studio`);
  // The other process answers too: the session is a row, like every other.
  const profile = await profileOf(browser);
  expect(profile).toMatchObject({
    email: `${login}@example.org`,
    handle,
    name: "Ada Lovelace",
    role: "user",
  });
  const again = await signInByProvider(there, { login });
  expect(await profileOf(again.browser)).toEqual(profile);
  there.people.set(login, { name: "Eve", email: `${unique("new")}@example.org` });
  const renamed = await signInByProvider(there, { login });
  expect(await profileOf(renamed.browser)).toEqual(profile);
});

test("its sessions are listed, and end like all others", async () => {
  const login = aNewcomer({ name: "Ada" });
  const { browser } = await signInByProvider(there, { login });
  const { browser: second } = await signInByProvider(there, { login });
  const { sessions } = await second.ok(listSessions, {});
  expect(sessions.map(({ door, userAgent, current }) => [door, userAgent, current])).toEqual([
    ["pages", "node", true],
    ["pages", "node", false],
  ]);
  await second.ok(endSession, { params: { id: sessions[1]?.id ?? "" } });
  expectProblem(await browser.call(myProfile, {}), 401, "not-signed-in");
});

test("a reserved, a taken and an unusable handle are replaced by a free one", async () => {
  const taken = await anAccount();
  const handleFor = async (claims: Record<string, string>) => {
    const { browser } = await signInByProvider(there, { login: aNewcomer(claims) });
    return (await profileOf(browser)).handle;
  };
  expect(await handleFor({ preferred_username: "admin" })).toMatch(/^admin_\d{6}$/);
  const next = await handleFor({ preferred_username: taken.handle });
  expect(next).toMatch(new RegExp(`^${taken.handle}_\\d{6}$`));
  expect(await handleFor({ preferred_username: "☃" })).toMatch(/^viewer_\d{6}$/);
});

test("an account with the same email address is not linked: its owner has to sign in first", async () => {
  const ada = await anAccount();
  const login = aNewcomer({ email: ada.email.toUpperCase(), name: "Eve" });
  const { browser, url } = await signInByProvider(there, { login, callbackUrl: "/studio" });
  expect(url.pathname + url.search).toBe("/sign-in?error=email-taken&next=%2Fstudio");
  noSession(browser);
  expect(await linkedIdentitiesOf(ada)).toEqual([]);
  const page = await browser.send(url.href);
  expect(page.text).toContain("then link Example ID on the account page");
});

test("without an email address, or with one that the provider calls unverified, there is no account", async () => {
  for (const [claims, error] of [
    [{ email: "" }, "no-email"],
    [{ email: "no address" }, "no-email"],
    [{ email_verified: false }, "unverified-email"],
  ] as const) {
    const { browser, url } = await signInByProvider(there, { login: aNewcomer(claims) });
    expect(url.searchParams.get("error")).toBe(error);
    noSession(browser);
  }
});

test("two sign-ins of someone new at once make one account", async () => {
  const login = aNewcomer({ name: "Ada" });
  const both = await Promise.all([1, 2].map(() => signInByProvider(there, { login })));
  const [one, two] = await Promise.all(both.map(({ browser }) => profileOf(browser)));
  expect(one).toEqual(two);
});

test("a deleted account's session ends, and its identity signs in to nothing of it", async () => {
  const login = aNewcomer({ name: "Ada" });
  const { browser } = await signInByProvider(there, { login });
  const { id } = await profileOf(browser);
  await sql("delete from accounts where id = $1", [id]);
  expectProblem(await browser.call(myProfile, {}), 401, "not-signed-in");
  const { browser: next } = await signInByProvider(there, { login });
  expect((await profileOf(next)).id).not.toBe(id);
});

test("each request to the provider has its own state, nonce and PKCE challenge", async () => {
  const asked = await Promise.all([1, 2].map(() => startAt(there.app.url, new Client())));
  for (const { searchParams, origin } of asked) {
    expect(origin).toBe(there.issuer);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      client_id: "greenroom",
      code_challenge_method: "S256",
      redirect_uri: `${there.app.url}/api/auth/callback/oidc`,
      response_type: "code",
      scope: "openid email profile",
    });
  }
  for (const name of ["state", "nonce", "code_challenge"]) {
    const values = asked.map(({ searchParams }) => searchParams.get(name) ?? "");
    expect(values[0]?.length).toBeGreaterThan(30);
    expect(values[0]).not.toBe(values[1]);
  }
});

test("an answer that this browser did not ask for signs nobody in", async () => {
  const login = aNewcomer({ name: "Eve" });
  const eve = new Client();
  const to = await startAt(there.app.url, eve);
  // Eve stops at the last step, and has someone else's browser open the address.
  let url = to;
  while (!url.searchParams.has("code")) {
    const { headers, text } = await eve.send(url.href);
    const prompt = /name="prompt" value="(\w+)"/.exec(text)?.[1];
    const sent = prompt && { method: "POST", ...form({ prompt, login, password: "x" }) };
    const answer = sent ? await eve.send(url.href, sent) : { headers };
    url = new URL(answer.headers.get("location") ?? "", url);
  }
  const victim = new Client();
  for (const prepare of [() => undefined, () => startAt(there.app.url, victim)]) {
    await prepare();
    const { headers } = await victim.send(url.href);
    expect(headers.get("location")).toContain("error=OAuthCallback");
    noSession(victim);
  }
});

test("nothing that the provider sends along leads to another site", async () => {
  for (const evil of ["https://evil.example", "//evil.example", "/\\evil.example"]) {
    const query = new URLSearchParams({ error: "x", callbackUrl: evil, state: "x", code: "x" });
    const answer = await new Client().send(`${there.app.url}/api/auth/callback/oidc?${query}`);
    expect(new URL(answer.headers.get("location") ?? "none:").origin).toBe(there.app.url);
    const { browser, url } = await signInByProvider(there, {
      login: aNewcomer({ name: "Ada" }),
      callbackUrl: evil,
    });
    expect(url.origin).toBe(there.app.url);
    expect(sessionCookieOf(browser)).toBeTruthy();
  }
});

test("400: a parameter for the provider; 405: a form sent to where the provider sends people", async () => {
  const browser = new Client();
  const sent = form({ csrfToken: await csrfTokenAt(there.app.url, browser), json: "true" });
  const post = (path: string) =>
    browser.send(`${there.app.url}${path}`, { method: "POST", ...sent });
  const start = "/api/auth/signin/oidc?redirect_uri=https%3A%2F%2Fevil.example";
  expectProblem(await post(start), 400, "invalid-request");
  expectProblem(await post("/api/auth/callback/oidc"), 405, "method-not-allowed");
});

test("without the settings, nothing of it shows", async () => {
  for (const page of ["/sign-in", "/sign-up", "/sign-in?error=OAuthSignin"]) {
    const [set, unset] = await Promise.all(
      [there.app.url, server.url].map((app) => new Client().send(`${app}${page}`)),
    );
    expect(set?.text).toContain("Continue with Example ID");
    expect(unset?.text).not.toMatch(/Continue with|Example ID/);
  }
  const { body } = await new Client().send("/api/auth/providers");
  expect(Object.keys(body as object)).toEqual(["credentials"]);
  expect((await new Client().send("/api/auth/callback/oidc?code=x")).status).toBe(400);
  const ada = await anAccount();
  expect((await ada.api.ok(readWaysToSignIn, {})).provider).toBeNull();
});

test("the person, or the provider, says no; then the provider is down", async () => {
  const refused = await signInByProvider(there, { login: null, callbackUrl: "/studio" });
  expect(refused.url.pathname).toBe("/sign-in");
  expect((await refused.browser.send(refused.url.href)).text).toContain("didn’t sign you in");
  await there.goesDown();
  const { browser, url } = await signInByProvider(there, { login: "anyone" });
  expect(url.pathname).toBe("/sign-in");
  expect((await browser.send(url.href)).text).toContain("Example ID isn’t responding");
});
