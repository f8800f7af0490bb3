import { afterAll, beforeAll, expect, test } from "vitest";
import { myProfile, login as passwordLogin } from "@/lib/contracts/accounts/auth";
import {
  allowLinking,
  readWaysToSignIn,
  unlinkIdentity,
  type WaysToSignIn,
} from "@/lib/contracts/accounts/linked-identity";
import { changePassword } from "@/lib/contracts/accounts/passwords";
import { changeEmail } from "@/lib/contracts/accounts/profile";
import { Client } from "@/tests/support/api/client";
import { sql } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { anAccount, type Person, unique } from "@/tests/support/api/factories";
import { signInByPage } from "@/tests/support/api/pages";
import { linkedIdentitiesOf, signInByProvider } from "@/tests/support/api/provider";
import { aProviderAndApp, type ProviderAndApp } from "@/tests/support/own/openid-provider";

let there: ProviderAndApp;
beforeAll(async () => {
  there = await aProviderAndApp();
}, 90_000);
afterAll(() => there?.stop());

const waysOf = (client: Client) => client.ok(readWaysToSignIn, {});
const idOf = async (client: Client) => (await client.ok(myProfile, {})).id;

/** Signs in with the password, and allows this browser to link. */
async function readyToLink({ email, password }: Person): Promise<Client> {
  const { browser } = await signInByPage({ email, password });
  await browser.ok(allowLinking, { body: { currentPassword: password } });
  return browser;
}

/** Someone who came from the provider and has no password. */
async function aNewcomer() {
  const login = unique("p");
  there.people.set(login, { email: `${login}@example.org`, name: "Nora" });
  const { browser } = await signInByProvider(there, { login });
  return { login, browser, email: `${login}@example.org` };
}

test("the password, and then the provider, link the account; the provider signs in from then on", async () => {
  const ada = await anAccount();
  const login = unique("p");
  const browser = await readyToLink(ada);
  const { url } = await signInByProvider(there, { browser, login, callbackUrl: "/account" });
  expect(url.pathname + url.hash).toBe("/account#linked-identity");
  expect(await idOf(browser)).toBe(ada.id);
  expect(await linkedIdentitiesOf(ada)).toEqual([login]);
  const { body } = await browser.send(`${there.app.url}/auth/linked-identity`);
  expect(body).toMatchObject({ hasPassword: true, provider: "Example ID" });
  expect((body as WaysToSignIn).linkedAt).not.toBeNull();
  const elsewhere = await signInByProvider(there, { login });
  expect(await idOf(elsewhere.browser)).toBe(ada.id);
});

test("403: without the password, or after a wrong one, nothing is linked", async () => {
  const ada = await anAccount();
  const { browser } = await signInByPage(ada);
  const wrong = { body: { currentPassword: "wrong" } };
  expectProblem(await browser.call(allowLinking, wrong), 403, "wrong-password");
  const login = unique("p");
  there.people.set(login, { email: `${login}@example.org` });
  // A sign-in like any other: with an account of its own.
  await signInByProvider(there, { browser, login });
  expect(await idOf(browser)).not.toBe(ada.id);
  expect(await linkedIdentitiesOf(ada)).toEqual([]);
});

test("an allowance works once, for its own session, for 15 minutes, and not after the session ends", async () => {
  const ada = await anAccount();
  const second = unique("p");
  const browser = await readyToLink(ada);
  await signInByProvider(there, { browser, login: unique("p") });
  there.people.set(second, { email: `${second}@example.org` });
  await signInByProvider(there, { browser, login: second });
  expect(await idOf(browser), "once").not.toBe(ada.id);

  const bob = await anAccount();
  for (const spoil of [
    "update sessions set link_until = now() - interval '1 second' where account_id = $1",
    "update sessions set ended_at = now() where account_id = $1",
  ]) {
    const spoilt = await readyToLink(bob);
    await sql(spoil, [bob.id]);
    await signInByProvider(there, { browser: spoilt, login: unique("nobody") });
    expect(await linkedIdentitiesOf(bob)).toEqual([]);
  }
});

test("an identity belongs to one account: another's is refused, one's own is replaced", async () => {
  const { login } = await aNewcomer();
  const bob = await anAccount();
  const browser = await readyToLink(bob);
  const { url } = await signInByProvider(there, { browser, login });
  expect(url.searchParams.get("error")).toBe("identity-taken");
  expect(await idOf(browser)).toBe(bob.id);
  const page = await browser.send(url.href);
  expect(page.headers.get("location")).toBe("/account?error=identity-taken#linked-identity");
  const [first, next] = [unique("p"), unique("p")];
  for (const each of [first, next]) {
    await signInByProvider(there, { browser: await readyToLink(bob), login: each });
  }
  const came = await signInByProvider(there, { login: next });
  expect(await idOf(came.browser)).toBe(bob.id);
  const { url: gone } = await signInByProvider(there, { login: first });
  expect(gone.searchParams.get("error"), "it has no address to sign up with").toBe("no-email");
});

test("409: the only way to sign in stays; with a password, it can go, and the other sessions with it", async () => {
  const { login, browser, email } = await aNewcomer();
  expect(await waysOf(browser)).toMatchObject({ hasPassword: false });
  expectProblem(await browser.call(unlinkIdentity, {}), 409, "only-way-to-sign-in");
  expect((await signInByProvider(there, { login })).url.pathname).toBe("/");
  const password = "algebraical patterns";
  await browser.ok(changePassword, { body: { password } });
  const { token } = await new Client().ok(passwordLogin, { body: { email, password } });
  const elsewhere = new Client(token);
  await browser.ok(unlinkIdentity, {});
  expectProblem(await elsewhere.call(myProfile, {}), 401, "not-signed-in");
  expectProblem(await browser.call(unlinkIdentity, {}), 404, "identity-not-found");
  const { url } = await signInByProvider(there, { login });
  expect(url.searchParams.get("error")).toBe("email-taken");
});

test("403: a first password needs a recent sign-in, and ends the other sessions", async () => {
  const { login, browser } = await aNewcomer();
  const { browser: other } = await signInByProvider(there, { login });
  const body = { password: "algebraical patterns" };
  const age =
    "update sessions set created_at = now() - interval '16 minutes' where account_id = $1";
  await sql(age, [await idOf(browser)]);
  expectProblem(await browser.call(changePassword, { body }), 403, "sign-in-again");
  const { browser: recent } = await signInByProvider(there, { login });
  await recent.ok(changePassword, { body });
  expectProblem(await other.call(myProfile, {}), 401, "not-signed-in");
  await recent.ok(myProfile, {});
});

test("403: no password is none that can be guessed, and an account with one has to give it", async () => {
  const { browser, email } = await aNewcomer();
  const ada = await anAccount();
  const body = { password: "algebraical patterns" };
  expectProblem(await ada.api.call(changePassword, { body }), 403, "wrong-password");
  for (const currentPassword of ["null", " "]) {
    const given = { body: { ...body, currentPassword } };
    expectProblem(await browser.call(changePassword, given), 403, "wrong-password");
    const address = { body: { email: `${unique("x")}@example.org`, currentPassword } };
    expectProblem(await browser.call(changeEmail, address), 403, "wrong-password");
    const typed = { body: { email, password: currentPassword } };
    expectProblem(await new Client().call(passwordLogin, typed), 401, "wrong-credentials");
  }
});
