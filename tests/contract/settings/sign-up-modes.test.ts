import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { signUp } from "@/lib/contracts/accounts/auth";
import { finishSignUp } from "@/lib/contracts/accounts/email-links";
import { suspendAccount } from "@/lib/contracts/admin/accounts";
import { readAuditLog } from "@/lib/contracts/admin/audit-log";
import { changeSettings } from "@/lib/contracts/admin/installation";
import {
  createSignUpLink,
  listSignUpLinks,
  revokeSignUpLink,
} from "@/lib/contracts/admin/sign-up-links";
import { Client } from "@/tests/support/api/client";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { unique } from "@/tests/support/api/factories";
import { Mailbox, secretIn } from "@/tests/support/api/mailbox";
import { signInByProvider } from "@/tests/support/api/provider";
import { anInstallation, type OwnInstallation } from "@/tests/support/own/installation";
import { aProviderAndApp, type ProviderAndApp } from "@/tests/support/own/openid-provider";

let mailbox: Mailbox;
let mine: OwnInstallation;
let withMail: Client["to"];
let there: ProviderAndApp;
beforeAll(async () => {
  mailbox = await Mailbox.opens();
  mine = await anInstallation({ SIGN_UP: "closed" });
  withMail = (await mine.secondApp(mailbox.settings)).url;
  there = await aProviderAndApp({ DATABASE_URL: mine.databaseUrl });
}, 120_000);
afterAll(async () => {
  await there?.stop();
  await mine?.stop();
  await mailbox?.closes();
});

type Mode = "open" | "links" | "domains" | "closed";
const setTo = (mode: Mode, signUpDomains?: string[]) =>
  mine.admin.ok(changeSettings, { body: { signUp: mode, signUpDomains } });

function aNewcomer(more: { email?: string; link?: string; handle?: string } = {}) {
  const handle = unique("n").slice(0, 20);
  const own = { email: `${handle}@example.org`, handle, name: "Nora", password: unique("pw") };
  return { ...own, ...more };
}
type Newcomer = ReturnType<typeof aNewcomer>;

const signsUp = (body: Newcomer, to = mine.app.url) =>
  new Client(null, undefined, to).call(signUp, { body });

async function aLink(by = mine.admin, maxUses = 1) {
  const body = { label: "Colleagues", maxUses };
  const { url, ...link } = await by.ok(createSignUpLink, { body });
  expect(url).toMatch(new RegExp(`^${mine.app.url}/sign-up#[A-Za-z0-9_-]{43}$`));
  return { ...link, secret: new URL(url).hash.slice(1) };
}
const usesOf = async (id: string) =>
  (await mine.admin.ok(listSignUpLinks, {})).signUpLinks.find((each) => each.id === id)?.uses;

/** An admin of their own, signed in. */
async function anotherAdmin(): Promise<{ client: Client; handle: string }> {
  const { secret } = await aLink();
  const admin = aNewcomer({ link: secret });
  expect((await signsUp(admin)).status).toBe(201);
  await mine.sql("update accounts set role = 'admin' where handle = $1", [admin.handle]);
  const { email, password } = admin;
  const login = await mine
    .stranger()
    .send("/auth/login", { method: "POST", json: { email, password } });
  const { token } = login.body as { token: string };
  return { client: new Client(token, undefined, mine.app.url), handle: admin.handle };
}

beforeEach(() => setTo("closed"));

test("201: the founder's code created the first account of a closed installation", async () => {
  expect(await mine.sql("select role from accounts where handle = 'founder'")).toEqual([
    { role: "super_admin" },
  ]);
});

describe.each(["closed", "links"] as const)("sign-up %s", (mode) => {
  beforeEach(() => setTo(mode));

  test("403: nothing is said about a taken address or handle, and nothing is stored", async () => {
    const { email } = mine.founder;
    for (const body of [aNewcomer(), aNewcomer({ email }), aNewcomer({ handle: "founder" })]) {
      expectProblem(await signsUp(body), 403, "sign-up-closed");
      expectProblem(await signsUp(body, withMail), 403, "sign-up-closed");
    }
    expect(await mine.sql("select from pending_sign_ups")).toEqual([]);
    expect(mailbox.letters).toEqual([]);
  });

  test("201 and 410: a link creates as many accounts as it is for, and only those that were created", async () => {
    const { id, secret } = await aLink(mine.admin, 2);
    const link = secret;
    expectProblem(await signsUp(aNewcomer({ link, handle: "founder" })), 409, "handle-taken");
    expect(await usesOf(id)).toBe(0);
    for (const uses of [1, 2]) {
      expect((await signsUp(aNewcomer({ link }))).status).toBe(201);
      expect(await usesOf(id)).toBe(uses);
    }
    expectProblem(await signsUp(aNewcomer({ link })), 410, "sign-up-link-invalid");
  });
});

test("201 and 410: of several simultaneous sign-ups with a link for one account, one succeeds", async () => {
  const { id, secret } = await aLink();
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => signsUp(aNewcomer({ link: secret }))),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 410, 410, 410, 410]);
  expect(await usesOf(id)).toBe(1);
});

test("409: more than two hundred links that have not expired", async () => {
  await mine.sql(`insert into sign_up_links (id, label, hash, max_uses, created_by, expires_at, created_at)
    select 'many' || n, 'Many', 'many' || n, 1, id, now() + interval '1 hour', now()
      from accounts, generate_series(1, 200) n where handle = 'founder'`);
  const another = () => mine.admin.call(createSignUpLink, { body: { label: "Another" } });
  expectProblem(await another(), 409, "too-many-sign-up-links");
  await mine.sql("update sign_up_links set expires_at = now() where label = 'Many'");
  expect((await another()).status).toBe(201);
  await mine.sql("delete from sign_up_links where label = 'Many'");
});

test("410: a link that is invented, expired or revoked; 404: revoking it again", async () => {
  const [late, revoked] = [await aLink(), await aLink()];
  await mine.sql("update sign_up_links set expires_at = now() where id = $1", [late.id]);
  await mine.admin.ok(revokeSignUpLink, { params: { id: revoked.id } });
  for (const link of ["invented", late.secret, revoked.secret]) {
    expectProblem(await signsUp(aNewcomer({ link })), 410, "sign-up-link-invalid");
  }
  const again = await mine.admin.call(revokeSignUpLink, { params: { id: revoked.id } });
  expectProblem(again, 404, "sign-up-link-not-found");
  const { entries } = await mine.admin.ok(readAuditLog, { query: { q: "Colleagues" } });
  expect(entries[0]).toMatchObject({ event: "sign_up_link_revoked" });
  expect(entries[1]).toMatchObject({ event: "sign_up_link_created", subject: { id: revoked.id } });
});

test("410: links of an admin who was suspended, demoted or deleted; other admins' links work", async () => {
  const [suspended, demoted, deleted] = await Promise.all([1, 2, 3].map(anotherAdmin));
  const links = await Promise.all([suspended, demoted, deleted].map((each) => aLink(each?.client)));
  const other = await aLink();
  const { handle = "" } = suspended ?? {};
  await mine.admin.ok(suspendAccount, { params: { handle }, body: { reason: "Left" } });
  await mine.sql("update accounts set role = 'user' where handle = $1", [demoted?.handle]);
  await mine.sql("delete from accounts where handle = $1", [deleted?.handle]);
  for (const { secret } of links) {
    expectProblem(await signsUp(aNewcomer({ link: secret })), 410, "sign-up-link-invalid");
  }
  const { signUpLinks } = await mine.admin.ok(listSignUpLinks, {});
  const works = (id?: string) => signUpLinks.find((each) => each.id === id)?.works;
  expect(links.map(({ id }) => works(id))).toEqual([false, false, undefined]);
  expect(works(other.id)).toBe(true);
  expect((await signsUp(aNewcomer({ link: other.secret }))).status).toBe(201);
});

test("by domain: exactly these, whatever their case and script; a link is for everyone else", async () => {
  await setTo("domains", ["Example.COM", "münchen.example"]);
  const at = (domain: string, link?: string) =>
    aNewcomer({ email: `${unique("d")}@${domain}`, link });
  for (const domain of ["example.com", "EXAMPLE.com", "xn--mnchen-3ya.example"]) {
    expect((await signsUp(at(domain))).status).toBe(201);
  }
  for (const domain of ["sub.example.com", "example.com.evil.example", "notexample.com"]) {
    expectProblem(await signsUp(at(domain)), 403, "sign-up-domain");
  }
  const { id, secret } = await aLink();
  expect((await signsUp(at("example.com", secret))).status).toBe(201);
  expect(await usesOf(id)).toBe(0);
  expect((await signsUp(at("elsewhere.example", secret))).status).toBe(201);
  expect(await usesOf(id)).toBe(1);
});

test("201: while everyone can sign up, a link is neither needed nor counted", async () => {
  await setTo("open");
  const { id, secret } = await aLink();
  expect((await signsUp(aNewcomer({ link: secret }))).status).toBe(201);
  expect((await signsUp(aNewcomer({ link: "invented" }))).status).toBe(201);
  expect(await usesOf(id)).toBe(0);
});

describe("where mail is set", () => {
  const finishes = ({ password }: Newcomer, token: string) =>
    new Client(null, undefined, withMail).call(finishSignUp, { body: { token, password } });

  test("202, then 201: a link is counted when the mailed link is opened", async () => {
    const { id, secret } = await aLink();
    const [nora, bob] = [aNewcomer({ link: secret }), aNewcomer({ link: secret })];
    for (const each of [nora, bob]) expect((await signsUp(each, withMail)).status).toBe(202);
    expect(await usesOf(id)).toBe(0);
    const tokens = [
      secretIn(await mailbox.letterTo(nora.email)),
      secretIn(await mailbox.letterTo(bob.email)),
    ];
    const answers = await Promise.all([
      finishes(nora, tokens[0] ?? ""),
      finishes(bob, tokens[1] ?? ""),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 410]);
    expect(await usesOf(id)).toBe(1);
  });

  test("403: a sign-up that was begun before it was closed", async () => {
    await setTo("open");
    const nora = aNewcomer();
    expect((await signsUp(nora, withMail)).status).toBe(202);
    const token = secretIn(await mailbox.letterTo(nora.email));
    await setTo("closed");
    expectProblem(await finishes(nora, token), 403, "sign-up-closed");
    await setTo("open");
    expect((await finishes(nora, token)).status).toBe(201);
  });
});

describe("with an OpenID Connect provider", () => {
  const comes = async (claims: object, login = unique("p")) => {
    there.people.set(login, { name: "Nora", ...claims });
    const { url } = await signInByProvider(there, { login, callbackUrl: "/studio" });
    return { login, error: url.searchParams.get("error") };
  };

  test("closed: no one new gets an account; those who have one sign in", async () => {
    await setTo("open");
    const email = `${unique("p")}@example.org`;
    const { login, error } = await comes({ email, email_verified: true });
    expect(error).toBeNull();
    for (const mode of ["closed", "links"] as const) {
      await setTo(mode);
      expect((await comes({}, login)).error).toBeNull();
      const other = { email: `${unique("p")}@example.org`, email_verified: true };
      expect((await comes(other)).error).toBe("sign-up-closed");
    }
  });

  test("by domain: only with an address that the provider has verified", async () => {
    await setTo("domains", ["example.com"]);
    const email = () => `${unique("p")}@example.com`;
    expect((await comes({ email: email() })).error).toBe("unverified-email");
    expect((await comes({ email: email(), email_verified: false })).error).toBe("unverified-email");
    const elsewhere = { email: `${unique("p")}@example.org`, email_verified: true };
    expect((await comes(elsewhere)).error).toBe("sign-up-domain");
    expect((await comes({ email: email(), email_verified: true })).error).toBeNull();
  });
});
