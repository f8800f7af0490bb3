import { afterAll, expect, test } from "vitest";
import { login, logout, myProfile } from "@/lib/contracts/accounts/auth";
import { endOtherSessions, endSession, listSessions } from "@/lib/contracts/accounts/sessions";
import { participantToken } from "@/lib/contracts/tokens";
import { Client } from "@/tests/support/api/client";
import { sql, withoutSweep } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { aLiveShow, anAccount, type Person, signedIn } from "@/tests/support/api/factories";
import { passesTheGate } from "@/tests/support/api/gate";
import { signInByPage } from "@/tests/support/api/pages";
import { connected, hangUpAll } from "@/tests/support/api/signal";
import { until } from "@/tests/support/api/until";

afterAll(hangUpAll);

const atOnceMs = 2_000;
const sessionsOf = async (client: Client) => (await client.ok(listSessions, {})).sessions;
const others = { query: { except: "current" as const } };

/** A signed-in program that calls itself `userAgent`. */
async function programOf({ email, password }: Person, userAgent: string): Promise<Client> {
  const body = { email, password };
  const answer = await new Client().call(login, { body }, { "user-agent": userAgent });
  return new Client((answer.body as { token: string }).token);
}

test("200: the open sessions of the account, this one first, with their user agents", async () => {
  const ada = await anAccount("Ada Lovelace");
  const { browser } = await signInByPage(ada);
  const program = await programOf(ada, `curl/8.5.0 ${"x".repeat(1_000)}`);
  const ended = await signedIn(ada);
  await ended.ok(logout, {});
  await signedIn(await anAccount("Bob"));
  const sessions = await sessionsOf(program);
  expect(sessions[0]?.current).toBe(true);
  expect(sessions.map(({ door }) => door).sort()).toEqual(["api", "api", "pages"]);
  const [mine] = sessions.filter(({ current }) => current);
  expect(mine?.userAgent).toMatch(/^curl\/8\.5\.0 x+$/);
  expect(mine?.userAgent).toHaveLength(400);
  expect((await sessionsOf(browser)).find(({ current }) => current)).toMatchObject({
    door: "pages",
    userAgent: "node",
  });
  await sql("update sessions set last_used_at = now() + interval '1 minute' where id = $1", [
    sessions.at(-1)?.id,
  ]);
  expect((await sessionsOf(program)).map(({ id }) => id).slice(0, 2)).toEqual([
    mine?.id,
    sessions.at(-1)?.id,
  ]);
  await sql("update sessions set expires_at = now() where account_id = $1 and door = 'pages'", [
    ada.id,
  ]);
  expect((await sessionsOf(program)).map(({ door }) => door)).toEqual(["api", "api"]);
});

test("the last use is recorded at most every five minutes", async () => {
  const ada = await anAccount("Ada Lovelace");
  const usedAfter = async (secondsAgo: number) => {
    const before = new Date(Date.now() - secondsAgo * 1_000);
    await sql("update sessions set last_used_at = $2 where account_id = $1", [ada.id, before]);
    await ada.api.ok(myProfile, {});
    const [session] = await sessionsOf(ada.api);
    return Date.parse(session?.lastUsedAt ?? "") - before.getTime();
  };
  expect(await usedAfter(240)).toBe(0);
  expect(await usedAfter(360)).toBeGreaterThan(300_000);
});

test("200: ending a session closes its connections and voids its tokens immediately, and no other's", () =>
  withoutSweep(async () => {
    const [ada, bob] = await Promise.all([anAccount("Ada"), anAccount("Bob")]);
    const mint = await aLiveShow(ada);
    const ended = await programOf(bob, "stolen laptop");
    const watch = (client: Client) =>
      client.ok(participantToken, { query: { mint, hidden: "true" } });
    const [there, here] = [(await watch(ended)).token, (await watch(bob.api)).token];
    const signals = [await connected(there), await connected(here)];
    const closed = signals.map(() => false);
    signals.forEach((signal, index) => {
      void signal.closed.then(() => {
        closed[index] = true;
      });
    });
    const id = (await sessionsOf(bob.api)).find(
      ({ userAgent }) => userAgent === "stolen laptop",
    )?.id;
    await bob.api.ok(endSession, { params: { id: id ?? "none" } });
    await until("it is disconnected", () => closed[0], atOnceMs);
    expect(closed[1]).toBe(false);
    expect(await passesTheGate(there)).toBe(false);
    expect(await passesTheGate(here)).toBe(true);
    expectProblem(await ended.call(myProfile, {}), 401, "not-signed-in");
    await bob.api.ok(myProfile, {});
  }));

test("200: ending the others leaves this session, its connections, and other accounts alone", () =>
  withoutSweep(async () => {
    const [ada, bob] = await Promise.all([anAccount("Ada"), anAccount("Bob")]);
    const mint = await aLiveShow(ada);
    const { browser } = await signInByPage(bob);
    const watch = (client: Client) =>
      client.ok(participantToken, { query: { mint, hidden: "true" } });
    const [there, here] = [(await watch(browser)).token, (await watch(bob.api)).token];
    let gone = false;
    void (await connected(there)).closed.then(() => {
      gone = true;
    });
    await connected(here);
    await bob.api.ok(endOtherSessions, others);
    await until("the browser is disconnected", () => gone, atOnceMs);
    expect(await passesTheGate(here)).toBe(true);
    expect((await sessionsOf(bob.api)).map(({ current }) => current)).toEqual([true]);
    expectProblem(await browser.call(myProfile, {}), 401, "not-signed-in");
    await ada.api.ok(myProfile, {});
  }));

test("404: another account's session cannot be told from an ended or invented one, and continues", async () => {
  const [ada, bob] = await Promise.all([anAccount("Ada"), anAccount("Bob")]);
  const [hers] = await sessionsOf(ada.api);
  const gone = await signedIn(bob);
  const ended = (await sessionsOf(gone)).find(({ current }) => current);
  await gone.ok(logout, {});
  const answers = await Promise.all(
    [hers?.id, ended?.id, "NoSuchSession1234"].map((id) =>
      bob.api.call(endSession, { params: { id: id ?? "" } }),
    ),
  );
  for (const answer of answers) {
    expectProblem(answer, 404, "session-not-found");
    expect(answer.text).toBe(answers[0]?.text);
  }
  await ada.api.ok(myProfile, {});
});

test("400: ending all sessions needs the parameter", async () => {
  const ada = await anAccount("Ada");
  const answer = await ada.api.send("/auth/sessions", { method: "DELETE" });
  expectProblem(answer, 400, "invalid-request");
  await ada.api.ok(myProfile, {});
});
