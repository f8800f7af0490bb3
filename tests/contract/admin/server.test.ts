import { afterAll, expect, test } from "vitest";
import {
  type CheckKey,
  readServer,
  type TestKey,
  testMedia,
  testServer,
} from "@/lib/contracts/admin/server";
import { refreshToken } from "@/lib/contracts/tokens";
import { anAdmin } from "@/tests/support/api/admins";
import { anotherApp } from "@/tests/support/api/another-app";
import { Client } from "@/tests/support/api/client";
import { sql } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { aLiveShow, anAccount } from "@/tests/support/api/factories";
import { passesTheGate } from "@/tests/support/api/gate";
import { Mailbox } from "@/tests/support/api/mailbox";
import { server } from "@/tests/support/api/server";
import { connected, hangUpAll } from "@/tests/support/api/signal";
import { claimsOf, signRoomToken, withGrants } from "@/tests/support/api/tokens";
import { aSid, deliverEvent } from "@/tests/support/api/webhooks";
import { aFreePort } from "@/tests/support/free-port";

const mailbox = await Mailbox.opens();
const [admin, deadPort] = await Promise.all([anAdmin(), aFreePort()]);
/** Sends mail, trusts no proxy, and has an address where nothing answers. */
const other = await anotherApp({
  ...mailbox.settings,
  PUBLIC_URL: `http://localhost:${deadPort}`,
  TRUST_PROXY: "0",
});
afterAll(async () => {
  hangUpAll();
  await other.stop();
  await mailbox.closes();
});

const at = (app: { url: string }, person = admin) =>
  new Client(person.api.bearer, undefined, app.url);
const runs = (key: TestKey, app: { url: string } = server, person = admin) =>
  at(app, person).ok(testServer, { params: { key } });
const checksOf = async (app: { url: string } = server) =>
  new Map((await at(app).ok(readServer, {})).checks.map((each) => [each.key, each]));
const codesOf = async (app: { url: string }, keys: CheckKey[]) => {
  const checks = await checksOf(app);
  return keys.map((key) => checks.get(key)?.code);
};

test("200: versions, load, storage, and a verdict on every part, without secrets", async () => {
  await aLiveShow(await anAccount());
  const { body, text } = await admin.api.call(readServer, {});
  const state = readServer.response.parse(body);
  expect(state.versions.node).toMatch(/^\d+\.\d+/);
  expect(state.versions.postgresql).toMatch(/^\d+/);
  expect(state.liveShows).toBeGreaterThan(0);
  expect(state.appProcesses).toBeGreaterThan(1);
  expect(state.disk?.total).toBeGreaterThan(state.disk?.free ?? Number.NaN);
  expect(state.process).toMatchObject({ draining: false, metrics: null });
  expect(state.process.database.busy + state.process.database.idle).toBeGreaterThan(0);
  expect(state.databaseBytes).toBeGreaterThan(1e6);
  expect(state.checks.map(({ key }) => key)).toEqual([
    ...["database", "livekit", "webhook", "media", "turn", "mail", "tls", "proxy", "clock", "disk"],
  ]);
  for (const { code, detail } of state.checks) {
    expect(code).not.toBe("not-checked");
    expect(detail).toMatch(/^[^{}<>]+\.$/);
  }
  for (const address of [server.databaseUrl, server.livekitApiSecret, server.livekitApiKey]) {
    expect(text).not.toContain(address);
  }
});

test("200: the checks follow the settings and the request", async () => {
  expect(await codesOf(server, ["mail", "proxy", "tls", "media"])).toEqual([
    ...["mail-not-set", "proxy-trusted", "tls-local", "media-local"],
  ]);
  expect(await codesOf(other, ["mail", "proxy"])).toEqual(["mail-answers", "proxy-untrusted"]);
  const { username, password } = new URL(mailbox.settings.SMTP_URL ?? "");
  const { text } = await at(other).call(readServer, {});
  expect(text).not.toContain(`${username}:`);
  expect(text).not.toContain(decodeURIComponent(password));
});

test("200: mail is sent to the admin's own address, in their language", async () => {
  const answer = await at(other).call(
    testServer,
    { params: { key: "mail" } },
    { "accept-language": "de" },
  );
  expect(answer.body).toMatchObject({ verdict: "ok", values: { address: admin.email } });
  expect((await mailbox.letterTo(admin.email)).text).toContain("E-Mails verschicken");
});

test("200: a refused mail has failed, with the mail server's words and no address", async () => {
  const refused = await anAdmin();
  const email = `refused${refused.handle}@example.org`;
  await sql("update accounts set email = $2 where id = $1", [refused.id, email]);
  const finding = await runs("mail", other, refused);
  expect(finding).toMatchObject({ code: "mail-refused", verdict: "failed" });
  expect(finding.detail).toContain("EENVELOPE 550: 550 no mailbox …@…");
  expect(JSON.stringify(finding)).not.toContain(email);
});

test("429: an admin can send five test mails an hour", async () => {
  const eager = await anAdmin();
  for (let sent = 0; sent < 5; sent++) await runs("mail", other, eager);
  const params = { key: "mail" } as const;
  expectProblem(await at(other, eager).call(testServer, { params }), 429, "too-many-requests");
  expect((await runs("tls", other, eager)).key).toBe("tls");
  expect(mailbox.to(eager.email)).toHaveLength(5);
});

test("200: without mail, the test says which settings to set", async () => {
  const finding = await runs("mail");
  expect(finding).toMatchObject({ code: "mail-not-set", verdict: "not-configured" });
  expect(finding.detail).toContain("SMTP_URL");
});

test("200: PUBLIC_URL is opened, and fails where nothing or something else answers", async () => {
  expect(await runs("tls")).toMatchObject({ code: "tls-reached", verdict: "ok" });
  const dead = await runs("tls", other);
  expect(dead).toMatchObject({ code: "tls-unreachable", verdict: "failed" });
  expect(dead.values.reason).toBe("ECONNREFUSED");
});

test("200: LiveKit is asked for TURN servers, and the one of the tests has none", async () => {
  expect(await codesOf(server, ["turn"])).toEqual(["turn-none"]);
  expect(await runs("turn")).toMatchObject({ code: "turn-not-offered", verdict: "not-configured" });
});

test("200: LiveKit's webhook arrives, wherever it goes, and belongs to no livestream", async () => {
  // LiveKit sends it to the first app, which shares the database with the other one.
  expect(await runs("webhook", other)).toMatchObject({ code: "webhook-arrived", verdict: "ok" });
  expect((await checksOf()).get("webhook")?.code).toBe("webhook-arrives");
});

test("200: a room for testing media, with nobody to hear, only for its admin", async () => {
  const { token } = await admin.api.ok(testMedia, {});
  const claims = claimsOf(token);
  expect(claims.video).toMatchObject({ canSubscribe: false, canPublishData: false });
  await connected(token);
  const room = { name: claims.video.room ?? "" };
  const participant = { identity: admin.id, sid: aSid() };
  const told = await deliverEvent({ event: "participant_joined", room, participant });
  expect(told.status).toBe(200);
  expect(await passesTheGate(token)).toBe(true);

  const elsewhere = await signRoomToken({ ...claims, sub: (await anAdmin()).id });
  expect(await passesTheGate(elsewhere)).toBe(false);
  for (const more of [{ canSubscribe: true }, { roomAdmin: true }, { canPublishData: true }]) {
    expect(await passesTheGate(await withGrants(token, more))).toBe(false);
  }
  const refreshing = await new Client().call(refreshToken, { body: { token } });
  expectProblem(refreshing, 404, "participant-not-found");
  const host = claimsOf(token);
  const show = await signRoomToken({
    ...host,
    video: { ...host.video, room: await aLiveShow(await anAccount()) },
  });
  expect(await passesTheGate(show)).toBe(false);
});

test("401 at the gate: an account that is no longer an admin, or suspended", async () => {
  for (const change of ["role = 'user'", "suspended_at = now()"]) {
    const former = await anAdmin();
    const { token } = await former.api.ok(testMedia, {});
    await sql(`update accounts set ${change} where id = $1`, [former.id]);
    expect(await passesTheGate(token)).toBe(false);
  }
});

test("400: a part without a test", async () => {
  const answer = await admin.api.send("/installation/server/checks/disk", { method: "POST" });
  expectProblem(answer, 400, "invalid-request");
});
