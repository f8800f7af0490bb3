import { afterAll, beforeAll, expect, test } from "vitest";
import { createApiKey } from "@/lib/contracts/accounts/api-keys";
import { login, myProfile } from "@/lib/contracts/accounts/auth";
import {
  changeRole,
  endAllSessions,
  liftSuspension,
  listAccounts,
  suspendAccount,
} from "@/lib/contracts/admin/accounts";
import { readAuditLog } from "@/lib/contracts/admin/audit-log";
import { postChat } from "@/lib/contracts/chat";
import { participantToken } from "@/lib/contracts/tokens";
import { theSuperAdmin } from "@/tests/support/api/actors";
import { anAdmin } from "@/tests/support/api/admins";
import { Client } from "@/tests/support/api/client";
import { overtake, sql, withoutSweep } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aHostToken,
  aLiveShow,
  anAccount,
  type Person,
  unique,
} from "@/tests/support/api/factories";
import { passesTheGate } from "@/tests/support/api/gate";
import { signInByPage } from "@/tests/support/api/pages";
import { connected, hangUpAll, inRoom } from "@/tests/support/api/signal";
import { until } from "@/tests/support/api/until";
import { anEncoderIn, aShowWithKey, publish } from "@/tests/support/api/whip";

afterAll(hangUpAll);

const atOnceMs = 2_000;
let admin: Person;
let superAdmin: Client;
beforeAll(async () => {
  admin = await anAdmin();
  superAdmin = await theSuperAdmin();
});

const reason = "Spam in several chats";
const suspend = ({ handle }: Pick<Person, "handle">, by = admin.api, body = { reason }) =>
  by.call(suspendAccount, { params: { handle }, body });
const signsIn = ({ email, password }: Person) =>
  new Client().call(login, { body: { email, password } });

test("200: accounts are found by name, handle and email, newest first, page by page", async () => {
  const word = unique("Zed");
  const made: Person[] = [];
  for (let n = 0; n < 5; n++) made.push(await anAccount(`${word} ${n}`));
  const [first, second] = made as [Person, Person];
  // The same instant: the id decides, and no account is listed twice or left out.
  await sql(
    "update accounts set created_at = (select created_at from accounts where id = $1) where id = $2",
    [first.id, second.id],
  );
  const listed: string[] = [];
  let cursor: string | undefined;
  do {
    const query = { q: word.toUpperCase(), limit: "2", ...(cursor && { cursor }) };
    const page = await admin.api.ok(listAccounts, { query });
    expect(page.accounts.length).toBeLessThanOrEqual(2);
    listed.push(...page.accounts.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect([...listed].sort()).toEqual(made.map(({ id }) => id).sort());
  expect(listed[0]).toBe(made.at(-1)?.id);
  for (const q of [`@${first.handle}`, first.email]) {
    const { accounts } = await admin.api.ok(listAccounts, { query: { q } });
    expect(accounts).toEqual([
      {
        id: first.id,
        handle: first.handle,
        name: first.name,
        picture: null,
        email: first.email,
        role: "user",
        createdAt: first.createdAt,
        lastSeenAt: expect.stringMatching(/Z$/),
        openSessions: 1,
        livestreams: 0,
        suspension: null,
      },
    ]);
  }
  expectProblem(
    await admin.api.call(listAccounts, { query: { cursor: "invented" } }),
    400,
    "invalid-request",
  );
  // A wildcard is an ordinary character.
  const { accounts } = await admin.api.ok(listAccounts, { query: { q: `${word}%` } });
  expect(accounts).toEqual([]);
});

test("200: a suspension ends sessions, keys and connections immediately, and says why at sign-in", () =>
  withoutSweep(async () => {
    const [ada, bob] = await Promise.all([anAccount("Ada"), anAccount("Bob")]);
    const mint = await aLiveShow(bob);
    const { key } = await ada.api.ok(createApiKey, {
      body: { name: "Server", scopes: ["livestreams:read", "tokens", "chat:write"] },
    });
    const server = new Client(key);
    const { browser } = await signInByPage(ada);
    const watch = async (client: Client) =>
      (await client.ok(participantToken, { query: { mint, hidden: "true" } })).token;
    const tokens = [await watch(ada.api), await watch(browser), await watch(server)];
    const closed = tokens.map(() => false);
    for (const [index, token] of tokens.entries()) {
      void (await connected(token)).closed.then(() => {
        closed[index] = true;
      });
    }
    const hosted = await aShowWithKey(ada);
    await anEncoderIn({ mint: hosted.mint }, hosted);
    const hostToken = await aHostToken(ada, { mint: hosted.mint, creator: ada });

    const { suspension, openSessions } = await admin.api.ok(suspendAccount, {
      params: { handle: ada.handle },
      body: { reason },
    });
    expect(suspension).toEqual({ since: expect.stringMatching(/Z$/), reason });
    expect(openSessions).toBe(0);
    await until("every connection is closed", () => closed.every(Boolean), atOnceMs);
    for (const token of [...tokens, hostToken]) expect(await passesTheGate(token)).toBe(false);
    const encoder = () => inRoom(hosted.mint, hosted.identity);
    await until("the encoder is gone", async () => !(await encoder()), atOnceMs);
    expectProblem(await publish(hosted.key), 401, "invalid-stream-key");
    for (const client of [ada.api, browser, server]) {
      expectProblem(await client.call(myProfile, {}), 401, "not-signed-in");
      const body = { text: "still here" };
      expect((await client.call(postChat, { params: { mint }, body })).status).toBe(401);
    }
    expect(expectProblem(await signsIn(ada), 403, "account-suspended").reason).toBe(reason);
    const { answer } = await signInByPage(ada);
    const { url } = answer.body as { url: string };
    expect(new URL(url).searchParams.get("error")).toBe(`account-suspended ${reason}`);
    const wrong = await signsIn({ ...ada, password: "wrong" });
    expectProblem(wrong, 401, "wrong-credentials");

    await admin.api.ok(liftSuspension, { params: { handle: ada.handle } });
    expect((await signsIn(ada)).status).toBe(200);
    await server.ok(myProfile, {});
    // What ended with the suspension stays ended.
    expectProblem(await ada.api.call(myProfile, {}), 401, "not-signed-in");
    await bob.api.ok(myProfile, {});
  }));

test("403: a sign-in that a concurrent suspension overtakes", async () => {
  const ada = await anAccount("Ada");
  const answer = await overtake(
    { table: "accounts", key: "id", value: ada.id },
    () => signsIn(ada),
    (database) =>
      database.query(
        "update accounts set suspended_at = now(), suspension_reason = 'Spam' where id = $1",
        [ada.id],
      ),
  );
  expectProblem(answer, 403, "account-suspended");
});

test("403: no one suspends themselves, the super admin, or as an admin another admin", async () => {
  const other = await anAdmin("Other admin");
  const founder = await superAdmin.ok(myProfile, {});
  for (const target of [admin, other, founder]) {
    expectProblem(await suspend(target), 403, "not-allowed");
    const params = { handle: target.handle };
    expectProblem(await admin.api.call(endAllSessions, { params }), 403, "not-allowed");
    const body = { role: "user" as const };
    expectProblem(await admin.api.call(changeRole, { params, body }), 403, "not-allowed");
  }
  expectProblem(await suspend(founder, superAdmin), 403, "not-allowed");
  await other.api.ok(myProfile, {});
  expect((await suspend(other, superAdmin)).status).toBe(200);
});

test("403: an admin who is being demoted cannot suspend anyone anymore", async () => {
  const former = await anAdmin("Former admin");
  const ada = await anAccount("Ada");
  const answer = await overtake(
    { table: "accounts", key: "id", value: former.id },
    () => suspend(ada, former.api),
    (database) => database.query("update accounts set role = 'user' where id = $1", [former.id]),
  );
  expectProblem(answer, 403, "not-allowed");
  await ada.api.ok(myProfile, {});
});

test("200: two admins who are acted on and act at once do not block each other", async () => {
  const [one, two] = await Promise.all([anAdmin("One"), anAdmin("Two")]);
  const answers = await Promise.all([suspend(two, one.api), suspend(one, two.api)]);
  for (const answer of answers) expectProblem(answer, 403, "not-allowed");
});

test("200: all sessions of an account end, and its keys keep working", async () => {
  const ada = await anAccount("Ada");
  const { key } = await ada.api.ok(createApiKey, {
    body: { name: "Server", scopes: ["livestreams:read"] },
  });
  const params = { handle: ada.handle };
  const { openSessions } = await admin.api.ok(endAllSessions, { params });
  expect(openSessions).toBe(0);
  expectProblem(await ada.api.call(myProfile, {}), 401, "not-signed-in");
  await new Client(key).ok(myProfile, {});
  expect((await signsIn(ada)).status).toBe(200);
});

test("200: the super admin makes an admin and takes it back, at once and in the audit log", async () => {
  const ada = await anAccount("Ada");
  const params = { handle: ada.handle };
  const makes = (role: "user" | "admin") => superAdmin.ok(changeRole, { params, body: { role } });
  expect((await makes("admin")).role).toBe("admin");
  await makes("admin");
  await ada.api.ok(listAccounts, { query: {} });
  expect((await makes("user")).role).toBe("user");
  expectProblem(await ada.api.call(listAccounts, { query: {} }), 403, "not-allowed");
  await suspend(ada);
  await suspend(ada);
  const { entries } = await admin.api.ok(readAuditLog, { query: { q: `@${ada.handle}` } });
  expect(entries.map(({ event, detail, by }) => [event, detail, by?.name])).toEqual([
    ["account_suspended", reason, "Alan Admin"],
    ["role_changed", "user", "Founder"],
    ["role_changed", "admin", "Founder"],
  ]);
  expect(entries[0]).toMatchObject({ show: null, subject: { id: ada.id, name: "Ada" } });
});

test("404: an account that does not exist, for admins only", async () => {
  const nobody = { handle: "nobody_here" };
  expectProblem(await suspend(nobody), 404, "account-not-found");
  const ada = await anAccount("Ada");
  expectProblem(await suspend(nobody, ada.api), 403, "not-allowed");
});
