import { beforeAll, expect, test } from "vitest";
import { createApiKey } from "@/lib/contracts/accounts/api-keys";
import { login, myProfile } from "@/lib/contracts/accounts/auth";
import { checkLink, type LinkKind } from "@/lib/contracts/accounts/email-links";
import { changePassword, createResetLink, resetPassword } from "@/lib/contracts/accounts/passwords";
import { theSuperAdmin } from "@/tests/support/api/actors";
import { Client } from "@/tests/support/api/client";
import { overtake, sql } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { anAccount, type Person, signedIn, unique } from "@/tests/support/api/factories";
import { sessionCookieOf, signInByPage } from "@/tests/support/api/pages";
import { server } from "@/tests/support/api/server";

let superAdmin: Client;
let admin: Person;
beforeAll(async () => {
  superAdmin = await theSuperAdmin();
  admin = await anAccount("Admin");
  await sql("update accounts set role = 'admin' where id = $1", [admin.id]);
});

const linkTo = async ({ handle }: Person, maker = admin.api) =>
  (await maker.ok(createResetLink, { params: { handle } })).url;
const secretIn = (url: string) => new URL(url).hash.slice(1);
const reset = (url: string, password: string) =>
  new Client().call(resetPassword, { body: { token: secretIn(url), password } });
const works = async (url: string, kind: LinkKind = "reset-password") =>
  (await new Client().ok(checkLink, { body: { kind, token: secretIn(url) } })).works;
const signsIn = async ({ email }: Person, password: string) =>
  (await new Client().call(login, { body: { email, password } })).status;

test("200: the link sets a new password, once, and only its hash is stored", async () => {
  const ada = await anAccount("Ada Lovelace");
  const url = await linkTo(ada);
  expect(url).toMatch(new RegExp(`^${server.url}/reset-password#[\\w-]{43}$`));
  const [row] = await sql("select * from password_resets where account_id = $1", [ada.id]);
  expect(JSON.stringify(row)).not.toContain(secretIn(url));
  expect([await works(url), await works(url), await works(url, "confirm-email")]).toEqual([
    true,
    true,
    false,
  ]);
  const password = unique("new password");
  const answer = await reset(url, password);
  expect(answer.body).toEqual({ email: ada.email });
  expect(await works(url)).toBe(false);
  expect(await signsIn(ada, ada.password)).toBe(401);
  expect(await signsIn(ada, password)).toBe(200);
  expectProblem(await reset(url, unique("again")), 410, "reset-link-invalid");
  expect(await signsIn(ada, password)).toBe(200);
});

test("401: a reset ends all sessions, of pages and of the API; API keys keep working", async () => {
  const ada = await anAccount("Ada Lovelace");
  const { key } = await ada.api.ok(createApiKey, {
    body: { name: "Server", scopes: ["livestreams:read"] },
  });
  const { browser } = await signInByPage(ada);
  const session = () => browser.copy().send("/api/auth/session");
  expect((await session()).body).toHaveProperty("user");
  await reset(await linkTo(ada), unique("new password"));
  expectProblem(await ada.api.call(myProfile, {}), 401, "not-signed-in");
  expect(sessionCookieOf(browser)).toBeDefined();
  expectProblem(await browser.copy().call(myProfile, {}), 401, "not-signed-in");
  expect((await session()).body).not.toHaveProperty("user");
  await new Client(key).ok(myProfile, {});
});

test("410: a replaced, expired or invented link, or one from before a password change", async () => {
  const ada = await anAccount("Ada Lovelace");
  const replaced = await linkTo(ada);
  const outdated = await linkTo(ada);
  await ada.api.ok(changePassword, {
    body: { currentPassword: ada.password, password: ada.password },
  });
  const expired = await linkTo(admin, superAdmin);
  await sql("update password_resets set expires_at = now() where account_id = $1", [admin.id]);
  const answers = await Promise.all(
    [replaced, outdated, expired, `${server.url}/#invented`].map((url) =>
      reset(url, unique("password")),
    ),
  );
  for (const url of [replaced, outdated, expired]) expect(await works(url)).toBe(false);
  for (const answer of answers) {
    expectProblem(answer, 410, "reset-link-invalid");
    expect(answer.text).toBe(answers[0]?.text);
  }
  expect(await signsIn(ada, ada.password)).toBe(200);
});

test("410: the second of two concurrent uses", async () => {
  const ada = await anAccount("Ada Lovelace");
  const url = await linkTo(ada);
  const passwords = [unique("first password"), unique("second password")];
  const answers = await Promise.all(passwords.map((password) => reset(url, password)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
  for (const [index, password] of passwords.entries()) {
    const works = answers[index]?.status === 200;
    expect(await signsIn(ada, password)).toBe(works ? 200 : 401);
  }
});

test("401: a sign-in with the old password that a concurrent reset overtakes", async () => {
  const ada = await anAccount("Ada Lovelace");
  const slow = () =>
    new Client().call(login, { body: { email: ada.email, password: ada.password } });
  const answer = await overtake({ table: "accounts", key: "id", value: ada.id }, slow, (database) =>
    database.query("update accounts set password_hash = 'another' where id = $1", [ada.id]),
  );
  expectProblem(answer, 401, "wrong-credentials");
});

test("403: an admin cannot create a link for another admin; the super admin can", async () => {
  const other = await anAccount("Other admin");
  await sql("update accounts set role = 'admin' where id = $1", [other.id]);
  const { handle } = await superAdmin.ok(myProfile, {});
  for (const powerful of [other.handle, handle]) {
    const answer = await admin.api.call(createResetLink, { params: { handle: powerful } });
    expectProblem(answer, 403, "not-allowed");
  }
  expect(await linkTo(other, superAdmin)).toContain("#");
});

test("403: an admin's link for an account that becomes an admin at that moment", async () => {
  const ada = await anAccount("Ada Lovelace");
  const slow = () => admin.api.call(createResetLink, { params: { handle: ada.handle } });
  const answer = await overtake({ table: "accounts", key: "id", value: ada.id }, slow, (database) =>
    database.query("update accounts set role = 'admin' where id = $1", [ada.id]),
  );
  expectProblem(answer, 403, "not-allowed");
});

test("429: guessing links is limited by address", async () => {
  const guesser = new Client();
  const guess = () =>
    guesser.call(resetPassword, { body: { token: "guess", password: "a new password" } });
  for (let tries = 0; tries < 60; tries++) expect((await guess()).status).toBe(410);
  expectProblem(await guess(), 429, "too-many-requests");
});

test("400: a password that is too short does not use up the link", async () => {
  const ada = await anAccount("Ada Lovelace");
  const url = await linkTo(ada);
  expectProblem(await reset(url, "short"), 400, "invalid-request");
  expect((await reset(url, unique("long enough"))).status).toBe(200);
});

test("200: changing the password ends the other sessions and keeps this one", async () => {
  const ada = await anAccount("Ada Lovelace");
  const other = await signedIn(ada);
  const { browser } = await signInByPage(ada);
  const password = unique("new password");
  await ada.api.ok(changePassword, { body: { currentPassword: ada.password, password } });
  await ada.api.ok(myProfile, {});
  expectProblem(await other.call(myProfile, {}), 401, "not-signed-in");
  expectProblem(await browser.call(myProfile, {}), 401, "not-signed-in");
  expect(await signsIn(ada, ada.password)).toBe(401);
  expect(await signsIn(ada, password)).toBe(200);
});

test("403 and 429: a wrong current password changes nothing, and attempts are limited", async () => {
  const ada = await anAccount("Ada Lovelace");
  const attempt = () =>
    ada.api.call(changePassword, {
      body: { currentPassword: "not the password", password: unique("stolen") },
    });
  for (let tries = 0; tries < 10; tries++) expectProblem(await attempt(), 403, "wrong-password");
  expectProblem(await attempt(), 429, "too-many-requests");
  expect(await signsIn(ada, ada.password)).toBe(200);
});

test("403: of two concurrent changes one succeeds, and the other has a wrong current password", async () => {
  const ada = await anAccount("Ada Lovelace");
  const change = (password: string) =>
    ada.api.call(changePassword, { body: { currentPassword: ada.password, password } });
  const answers = await Promise.all([change(unique("password")), change(unique("password"))]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
});
