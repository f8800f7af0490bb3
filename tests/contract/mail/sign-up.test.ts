import { afterAll, expect, test } from "vitest";
import { login, signUp } from "@/lib/contracts/accounts/auth";
import { finishSignUp } from "@/lib/contracts/accounts/email-links";
import { createOrganization } from "@/lib/contracts/organizations";
import { Client, withoutChance } from "@/tests/support/api/client";
import { sql } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { anAccount, unique } from "@/tests/support/api/factories";
import { anAppWithMail, linkIn, secretIn } from "@/tests/support/api/mailbox";

const { app, mailbox } = await anAppWithMail();
afterAll(async () => {
  await app.stop();
  await mailbox.closes();
});

const aStranger = () => new Client(null, undefined, app.url);

function aRequest(more: { email?: string; handle?: string; name?: string } = {}) {
  const handle = unique("m").slice(0, 20);
  return { email: `${handle}@example.org`, handle, name: "Ada", password: unique("pw"), ...more };
}
type Request = ReturnType<typeof aRequest>;

const signsUp = (body: Request) => aStranger().call(signUp, { body });
const finishes = (token: string, { password }: Request, handle?: string) =>
  aStranger().call(finishSignUp, { body: { token, password, handle } });
const signsIn = async ({ email, password }: Request) =>
  (await new Client().call(login, { body: { email, password } })).status;

async function secretFor(body: Request, count = 1): Promise<string> {
  expect((await signsUp(body)).status).toBe(202);
  return secretIn(await mailbox.letterTo(body.email, count));
}

test("202: the account exists once the mailed link is opened with the password, once", async () => {
  const ada = aRequest();
  const answer = await signsUp(ada);
  expect(answer).toMatchObject({ status: 202, body: { profile: null } });
  const letter = await mailbox.letterTo(ada.email);
  expect(linkIn(letter).href).toMatch(new RegExp(`^${app.url}/finish-sign-up#[\\w-]{43}$`));
  expect(await signsIn(ada)).toBe(401);
  const token = secretIn(letter);
  const [row] = await sql("select * from pending_sign_ups where email = $1", [ada.email]);
  for (const secret of [token, ada.password]) expect(JSON.stringify(row)).not.toContain(secret);

  const { email, handle, name, password } = ada;
  const { profile } = await aStranger().ok(finishSignUp, { body: { token, password } });
  expect(profile).toMatchObject({ email, handle, name, role: "user" });
  expect(await signsIn(ada)).toBe(200);
  expectProblem(await finishes(token, ada), 410, "confirmation-link-invalid");
});

test("202: an address that has an account gets the same answer, and its owner is told", async () => {
  const owner = await anAccount("Ada Lovelace");
  const [taken, free] = [aRequest({ email: owner.email }), aRequest()];
  const answers = await Promise.all([signsUp(taken), signsUp(free)]);
  const comparable = answers.map(withoutChance);
  expect(comparable[0]).toEqual(comparable[1]);
  const { headers, text } = await mailbox.letterTo(owner.email);
  expect(headers).toMatch(/^Subject: You already have an account\r$/m);
  expect(text).toContain(`${app.url}/forgot-password`);
  expect(text).not.toContain("#");
  await mailbox.letterTo(free.email);
  // Neither password works, in the same way.
  expect([await signsIn(taken), await signsIn(free)]).toEqual([401, 401]);
});

test("202: a sign-up reserves no handle, so a second one does not show whether the first one's address was free", async () => {
  const owner = await anAccount("Ada Lovelace");
  const { handle } = aRequest();
  for (const first of [aRequest({ handle, email: owner.email }), aRequest({ handle })]) {
    expect((await signsUp(first)).status).toBe(202);
    expect((await signsUp(aRequest({ handle }))).status).toBe(202);
  }
});

test("409: a handle that someone has: at the sign-up, and when the link is opened; another one can be chosen", async () => {
  const owner = await anAccount("Ada Lovelace");
  for (const handle of [owner.handle, "support"]) {
    expectProblem(await signsUp(aRequest({ handle })), 409, "handle-taken");
  }
  const slow = aRequest();
  const token = await secretFor(slow);
  const body = { id: slow.handle, name: "Faster" };
  await owner.api.ok(createOrganization, { body });
  for (const handle of [undefined, owner.handle, "support"]) {
    expectProblem(await finishes(token, slow, handle), 409, "handle-taken");
  }
  const handle = unique("other").slice(0, 20);
  expect(await finishes(token, slow, handle)).toMatchObject({
    status: 201,
    body: { profile: { handle, email: slow.email } },
  });
});

test("403 and 429: without the password of the sign-up, the link does nothing, and guesses are limited", async () => {
  const eve = aRequest();
  const token = await secretFor(eve);
  const guess = { ...eve, password: "not the password" };
  for (let tries = 0; tries < 10; tries++) {
    expectProblem(await finishes(token, guess), 403, "wrong-password");
  }
  expectProblem(await finishes(token, guess), 429, "too-many-requests");
  expect(await sql("select from accounts where email = $1", [eve.email])).toEqual([]);
});

test("410: a link that was replaced, has expired or is invented", async () => {
  const ada = aRequest();
  const replaced = await secretFor(ada);
  const newest = await secretFor({ ...ada, password: unique("another") }, 2);
  const late = aRequest();
  const expired = await secretFor(late);
  await sql("update pending_sign_ups set expires_at = now() where email = $1", [late.email]);
  for (const token of [replaced, expired, "invented"]) {
    expectProblem(await finishes(token, ada), 410, "confirmation-link-invalid");
  }
  expectProblem(await finishes(newest, ada), 403, "wrong-password");
});

test("201 and 410: of two simultaneous uses of a link, one creates the account", async () => {
  const ada = aRequest();
  const token = await secretFor(ada);
  const answers = await Promise.all([finishes(token, ada), finishes(token, ada)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 410]);
});

test("409: an address that got an account in the meantime", async () => {
  const ada = aRequest();
  const token = await secretFor(ada);
  await new Client().ok(signUp, { body: { ...ada, handle: unique("n").slice(0, 20) } });
  expectProblem(await finishes(token, ada), 409, "email-taken");
});

test("429: five mails an hour to one address", async () => {
  const { email } = aRequest();
  for (let times = 0; times < 5; times++)
    expect((await signsUp(aRequest({ email }))).status).toBe(202);
  expectProblem(await signsUp(aRequest({ email })), 429, "too-many-requests");
});

test("202: a name with line breaks adds no header and no text to the mail", async () => {
  const eve = aRequest({ name: "Eve\r\nBcc: other@example.org\r\n\r\nBuy this" });
  expect((await signsUp(eve)).status).toBe(202);
  const { to, headers, text } = await mailbox.letterTo(eve.email);
  expect(to).toEqual([eve.email]);
  expect(`${headers}${text}`).not.toMatch(/Bcc|other@|Buy this/);
});
