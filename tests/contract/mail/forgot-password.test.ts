import { afterAll, expect, test } from "vitest";
import { login } from "@/lib/contracts/accounts/auth";
import { forgotPassword } from "@/lib/contracts/accounts/email-links";
import { resetPassword } from "@/lib/contracts/accounts/passwords";
import { Client, withoutChance } from "@/tests/support/api/client";
import { limitKey, sql, withDatabase } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { anAccount, unique } from "@/tests/support/api/factories";
import { anAppWithMail, linkIn, secretIn, sender } from "@/tests/support/api/mailbox";
import { server } from "@/tests/support/api/server";
import { until } from "@/tests/support/api/until";

const { app, mailbox } = await anAppWithMail();
afterAll(async () => {
  await app.stop();
  await mailbox.closes();
});

const aStranger = () => new Client(null, undefined, app.url);
const asks = (email: string, from = aStranger()) => from.call(forgotPassword, { body: { email } });
const anAddress = () => `${unique("nobody")}@example.org`;

test("202: the owner is mailed a link that sets a new password, once", async () => {
  const ada = await anAccount("Ada Lovelace");
  await aStranger().ok(forgotPassword, { body: { email: ada.email.toUpperCase() } });
  const letter = await mailbox.letterTo(ada.email);
  expect(letter.headers).toMatch(new RegExp(`^From: Greenroom <${sender}>\r$`, "m"));
  expect(letter.headers).toMatch(/^Subject: Reset your password\r$/m);
  expect(letter.headers).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  expect(letter.text).toContain(`@${ada.handle}`);
  const link = linkIn(letter);
  expect(link.href).toMatch(new RegExp(`^${app.url}/reset-password#[\\w-]{43}$`));
  expect(letter.headers).not.toContain(link.hash.slice(1));

  const password = unique("new password");
  const body = { token: secretIn(letter), password };
  expect(await aStranger().ok(resetPassword, { body })).toEqual({ email: ada.email });
  expectProblem(await aStranger().call(resetPassword, { body }), 410, "reset-link-invalid");
  await new Client().ok(login, { body: { email: ada.email, password } });
});

test("202: the same answer for an address without an account, which gets no mail", async () => {
  const ada = await anAccount("Ada Lovelace");
  const unknown = anAddress();
  const answers = await Promise.all([asks(unknown), asks(ada.email)]);
  const comparable = answers.map(withoutChance);
  expect(comparable[0]).toEqual(comparable[1]);
  expect(comparable[0]).toMatchObject({ status: 202, text: '{"accepted":true}' });
  await mailbox.letterTo(ada.email);
  expect(mailbox.to(unknown)).toEqual([]);
});

test("202: the answer does not wait for anything about the account, so its time says nothing", async () => {
  const ada = await anAccount("Ada Lovelace");
  await withDatabase(server.databaseUrl, async (database) => {
    await database.query("begin");
    await database.query("select from accounts where id = $1 for update", [ada.id]);
    expect((await asks(ada.email)).status).toBe(202);
    expect(mailbox.to(ada.email)).toEqual([]);
    await database.query("commit");
  });
  await mailbox.letterTo(ada.email);
});

test("202: the mail is in the reader's language", async () => {
  const ada = await anAccount("Ada Lovelace");
  const body = { email: ada.email };
  await aStranger().call(forgotPassword, { body }, { "accept-language": "de-AT, en;q=0.5" });
  const { text } = await mailbox.letterTo(ada.email);
  expect(text).toContain("öffne diesen Link und wähle ein neues Passwort");
});

test("410: an earlier link, once another was mailed", async () => {
  const ada = await anAccount("Ada Lovelace");
  await asks(ada.email);
  const token = secretIn(await mailbox.letterTo(ada.email));
  await asks(ada.email);
  const newest = secretIn(await mailbox.letterTo(ada.email, 2));
  const body = { token, password: unique("new password") };
  expectProblem(await aStranger().call(resetPassword, { body }), 410, "reset-link-invalid");
  await aStranger().ok(resetPassword, { body: { ...body, token: newest } });
});

test("429: five mails an hour to one address, with and without an account", async () => {
  const ada = await anAccount("Ada Lovelace");
  for (const email of [ada.email, anAddress()]) {
    for (let times = 0; times < 5; times++) expect((await asks(email)).status).toBe(202);
    expectProblem(await asks(email), 429, "too-many-requests");
  }
  await mailbox.letterTo(ada.email, 5);
});

test("429: two hundred mails an hour for one client, to whatever addresses", async () => {
  const stranger = aStranger();
  expect((await asks(anAddress(), stranger)).status).toBe(202);
  const own = limitKey("mail-by-address", stranger.address);
  await sql("update rate_limits set points = 200 where key = $1", [own]);
  expectProblem(await asks(anAddress(), stranger), 429, "too-many-requests");
});

test("400: an address that is none, or several", async () => {
  for (const email of [
    "ada",
    "a@example.org, b@example.org",
    "a@example.org\nBcc: b@example.org",
  ]) {
    expectProblem(await asks(email), 400, "invalid-request");
  }
});

test("409: where mail is not set", async () => {
  const answer = await new Client().call(forgotPassword, { body: { email: anAddress() } });
  expectProblem(answer, 409, "mail-not-set");
});

test("200: the sign-in page leads to the form for the email address, which exists only where mail is set", async () => {
  const html = { headers: { accept: "text/html" } };
  expect((await aStranger().send("/sign-in", html)).text).toContain('href="/forgot-password"');
  expect((await new Client().send("/sign-in", html)).text).toContain('href="/reset-password"');
  expect((await aStranger().send("/forgot-password", html)).status).toBe(200);
  const elsewhere = await new Client().send("/forgot-password", html);
  expect([elsewhere.status, elsewhere.headers.get("location")]).toEqual([307, "/reset-password"]);
});

test("the log of mail that was refused names neither the recipient nor the link", async () => {
  const ada = await anAccount("Ada Lovelace");
  const refused = `${unique("refused")}@example.org`;
  await sql("update accounts set email = $1 where id = $2", [refused, ada.id]);
  expect((await asks(refused)).status).toBe(202);
  await until("a line in the log", () => app.said().includes("a reset link could not be sent"));
  expect(app.said()).toContain("EENVELOPE");
  expect(app.said()).not.toContain(refused);
  expect(app.said()).not.toMatch(/reset-password#/);
});
