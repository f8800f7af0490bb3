import { afterAll, expect, test } from "vitest";
import { login, myProfile } from "@/lib/contracts/accounts/auth";
import { confirmEmail, forgotPassword } from "@/lib/contracts/accounts/email-links";
import { changePassword, resetPassword } from "@/lib/contracts/accounts/passwords";
import { changeEmail } from "@/lib/contracts/accounts/profile";
import { Client } from "@/tests/support/api/client";
import { sql } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { anAccount, type Person, unique } from "@/tests/support/api/factories";
import { anAppWithMail, linkIn, secretIn } from "@/tests/support/api/mailbox";

const { app, mailbox } = await anAppWithMail();
afterAll(async () => {
  await app.stop();
  await mailbox.closes();
});

const aStranger = () => new Client(null, undefined, app.url);
const anAddress = () => `${unique("new")}@example.org`;
const asks = ({ api, password }: Person, email: string, currentPassword = password) =>
  new Client(api.bearer, api.address, app.url).call(changeEmail, {
    body: { email, currentPassword },
  });
const confirms = (token: string) => aStranger().call(confirmEmail, { body: { token } });

async function secretFor(person: Person, email: string): Promise<string> {
  expect((await asks(person, email)).status).toBe(202);
  return secretIn(await mailbox.letterTo(email));
}

test("202: the address changes once the link mailed to it is opened; the previous one is told", async () => {
  const ada = await anAccount("Ada Lovelace");
  const email = anAddress();
  const answer = await asks(ada, email);
  expect(answer).toMatchObject({ status: 202, body: { email: ada.email } });
  const letter = await mailbox.letterTo(email);
  expect(linkIn(letter).href).toMatch(new RegExp(`^${app.url}/confirm-email#[\\w-]{43}$`));
  expect(letter.text).toContain(`@${ada.handle}`);
  expect((await ada.api.ok(myProfile, {})).email).toBe(ada.email);
  expect(mailbox.to(ada.email)).toEqual([]);

  expect(await confirms(secretIn(letter))).toMatchObject({ status: 200, body: { email } });
  const { password } = ada;
  await new Client().ok(login, { body: { email, password } });
  const before = await new Client().call(login, { body: { email: ada.email, password } });
  expectProblem(before, 401, "wrong-credentials");
  const notice = await mailbox.letterTo(ada.email);
  expect(notice.headers).toMatch(/^Subject: Your email was changed\r$/m);
  expect(notice.text).not.toContain(email);
  expectProblem(await confirms(secretIn(letter)), 410, "confirmation-link-invalid");
});

test("202: an address that has an account gets the same answer, and its owner is told", async () => {
  const [ada, bob] = await Promise.all([anAccount("Ada"), anAccount("Bob")]);
  const taken = await asks(ada, bob.email);
  const free = await asks(ada, anAddress());
  expect([taken.status, taken.text]).toEqual([free.status, free.text]);
  const { headers, text } = await mailbox.letterTo(bob.email);
  expect(headers).toMatch(/^Subject: You already have an account\r$/m);
  expect(text).not.toContain("#");
});

test("200: one's own address again changes nothing and sends no mail", async () => {
  const ada = await anAccount("Ada Lovelace");
  expect(await asks(ada, ada.email)).toMatchObject({ status: 200, body: { email: ada.email } });
  expect(await sql("select from email_changes where account_id = $1", [ada.id])).toEqual([]);
});

test("410: a link that was replaced, has expired, or is from before a password change", async () => {
  const ada = await anAccount("Ada Lovelace");
  const replaced = await secretFor(ada, anAddress());
  const outdated = await secretFor(ada, anAddress());
  await ada.api.ok(changePassword, {
    body: { currentPassword: ada.password, password: ada.password },
  });
  const expired = await secretFor(ada, anAddress());
  await sql("update email_changes set expires_at = now() where account_id = $1", [ada.id]);
  for (const token of [replaced, outdated, expired, "invented"]) {
    expectProblem(await confirms(token), 410, "confirmation-link-invalid");
  }
  expect((await ada.api.ok(myProfile, {})).email).toBe(ada.email);
});

test("410: a reset link in the previous mailbox, once the address has changed", async () => {
  const ada = await anAccount("Ada Lovelace");
  await aStranger().ok(forgotPassword, { body: { email: ada.email } });
  const reset = secretIn(await mailbox.letterTo(ada.email));
  await confirms(await secretFor(ada, anAddress()));
  const body = { token: reset, password: unique("new password") };
  expectProblem(await aStranger().call(resetPassword, { body }), 410, "reset-link-invalid");
});

test("409: an address that got an account in the meantime; the account keeps its own", async () => {
  const [ada, bob] = await Promise.all([anAccount("Ada"), anAccount("Bob")]);
  const email = anAddress();
  const token = await secretFor(ada, email);
  await sql("update accounts set email = $1 where id = $2", [email, bob.id]);
  expectProblem(await confirms(token), 409, "email-taken");
  expect((await ada.api.ok(myProfile, {})).email).toBe(ada.email);
});

test("200 and 410: of two simultaneous uses of a link, one works", async () => {
  const ada = await anAccount("Ada Lovelace");
  const token = await secretFor(ada, anAddress());
  const answers = await Promise.all([confirms(token), confirms(token)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
});

test("403 and 429: a wrong password mails nothing, and an account asks ten times an hour", async () => {
  const ada = await anAccount("Ada Lovelace");
  const email = anAddress();
  expectProblem(await asks(ada, email, "not the password"), 403, "wrong-password");
  for (let times = 0; times < 10; times++) expect((await asks(ada, anAddress())).status).toBe(202);
  expectProblem(await asks(ada, anAddress()), 429, "too-many-requests");
  expect(mailbox.to(email)).toEqual([]);
});
