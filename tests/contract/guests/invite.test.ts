import { decodeProtectedHeader } from "jose";
import { expect, test } from "vitest";
import { roomAuth } from "@/lib/contracts/guests";
import { createInvite, listInvites, revokeInvite } from "@/lib/contracts/invites";
import { Client } from "@/tests/support/api/client";
import { sql } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aGuestOnStage,
  aGuestWaiting,
  aLiveShow,
  aLivestream,
  anAccount,
  anInvite,
  join,
  knockAgain,
  type Person,
} from "@/tests/support/api/factories";
import { passesTheGate } from "@/tests/support/api/gate";
import { server } from "@/tests/support/api/server";

const [ada, bob] = await Promise.all([anAccount("Ada"), anAccount("Bob")]);

const invite = (by: Person, json: Record<string, unknown>) =>
  by.api.send("/api/v1/livekit/guest/invite", { method: "POST", json });
const revoke = (by: Person, jti: string) => by.api.call(revokeInvite, { body: { jti } });
const aKnock = (inviteToken: string) =>
  new Client().call(roomAuth, { body: { inviteToken, guestName: "Grace" } });

test("201: a link to the join page, with an encrypted token that reveals nothing to its holder", async () => {
  const { mint } = await aLivestream(ada);
  const answer = await invite(ada, { orgId: ada.handle, roomId: mint, durationSeconds: 86_400 });
  expect(answer.status).toBe(201);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const { inviteUrl, jti, expiresAt } = createInvite.response.parse(answer.body);
  const url = new URL(inviteUrl);
  expect(url.origin + url.pathname).toBe(`${server.url}/join`);
  const token = url.searchParams.get("invite_token") ?? "";
  expect([...url.searchParams.keys()]).toEqual(["invite_token"]);
  expect(token.split(".")).toHaveLength(5);
  expect(decodeProtectedHeader(token)).toMatchObject({ alg: "dir", enc: "A256GCM" });
  for (const word of [mint, jti, ada.handle]) expect(token).not.toContain(word);
  expect(Math.abs(Date.parse(expiresAt ?? "") - Date.now() - 86_400_000)).toBeLessThan(30_000);
});

test("201: everything in the contract's example", async () => {
  const { mint } = await aLivestream(ada);
  const wish = { durationSeconds: 86_400, allowAll: true, allowedAdmins: [ada.id] };
  const answer = await invite(ada, { orgId: ada.handle, roomId: mint, ...wish });
  expect(answer.status).toBe(201);
});

test("201: two invites for one show are different", async () => {
  const { mint } = await aLivestream(ada);
  const [one, two] = [await anInvite(ada, mint), await anInvite(ada, mint)];
  expect(one.jti).not.toBe(two.jti);
  expect(one.token).not.toBe(two.token);
});

const refused: [string, unknown][] = [
  ["orgId", undefined],
  ["orgId", "Not An Id"],
  ["roomId", undefined],
  ["roomId", "a-b"],
  ["roomId", "NoSuchShow123456~lobby"],
  ["durationSeconds", undefined],
  ["durationSeconds", 59],
  ["durationSeconds", 2_592_001],
  ["durationSeconds", 0],
  ["durationSeconds", -60],
  ["durationSeconds", 90.5],
  ["durationSeconds", "3600"],
  ["allowAll", "true"],
  ["allowedAdmins", "u_nobody1234"],
  ["allowedAdmins.0", ["nobody"]],
];
for (const [field, wrong] of refused) {
  test(`400: ${field} cannot be ${JSON.stringify(wrong)}`, async () => {
    const { mint } = await aLivestream(ada);
    const json = { orgId: ada.handle, roomId: mint, durationSeconds: 60 };
    const answer = await invite(ada, { ...json, [field.split(".")[0] ?? ""]: wrong });
    const problem = expectProblem(answer, 400, "invalid-request");
    expect(Object.keys(problem.errors ?? {})).toEqual([field]);
  });
}

test("400: an allowed admin who is not an admin of the organization", async () => {
  const { mint } = await aLivestream(ada);
  const json = { orgId: ada.handle, roomId: mint, durationSeconds: 60, allowedAdmins: [bob.id] };
  expectProblem(await invite(ada, json), 400, "invalid-request");
});

test("403: a viewer cannot invite; 404: a private show, for a stranger", async () => {
  const json = { orgId: bob.handle, durationSeconds: 60 };
  const open = await aLivestream(ada);
  const closed = await aLivestream(ada, { visibility: "private" });
  expectProblem(await invite(bob, { ...json, roomId: open.mint }), 403, "not-allowed");
  expectProblem(await invite(bob, { ...json, roomId: closed.mint }), 404, "livestream-not-found");
  expectProblem(await invite(bob, { ...json, roomId: "NoSuchShow123456" }), 404);
});

test("404: an organization one does not belong to looks like a missing one", async () => {
  const { mint } = await aLivestream(ada);
  const by = (orgId: string) => invite(ada, { orgId, roomId: mint, durationSeconds: 60 });
  const none = await by("no-such-organization");
  expectProblem(none, 404, "organization-not-found");
  expect((await by(bob.handle)).text).toBe(none.text);
});

test("200: the list shows active invites, who admits and how often each was used", async () => {
  const { mint } = await aLivestream(ada);
  await join(ada, mint, bob, "host");
  const byHosts = await anInvite(ada, mint);
  const byAdmins = await anInvite(ada, mint, { allowAll: true });
  const byNamed = await anInvite(ada, mint, { allowedAdmins: [ada.id] });
  const revoked = await anInvite(ada, mint);
  const expired = await anInvite(ada, mint);
  await revoke(ada, revoked.jti);
  await sql("update invites set expires_at = now() where jti = $1", [expired.jti]);
  await aGuestWaiting(byHosts);
  await aGuestWaiting(byHosts);
  for (const { api } of [ada, bob]) {
    const answer = await api.call(listInvites, { query: { roomId: mint } });
    expect(answer.status).toBe(200);
    const common = { createdAt: expect.any(String), createdBy: "Ada" };
    const line = ({ jti, expiresAt, shortUrl }: typeof byHosts, who: string, guests: number) => ({
      ...common,
      ...{ jti, url: shortUrl, label: null, expiresAt, who, guests, maxUses: null },
    });
    expect(answer.body).toEqual({
      invites: [
        line(byNamed, "named-admins", 0),
        line(byAdmins, "any-admin", 0),
        line(byHosts, "hosts", 2),
      ],
    });
    expect(answer.text).not.toContain(byHosts.token);
  }
});

test("403: only hosts can list invites; 404: a private show, for a stranger; 400: without a room", async () => {
  const open = await aLivestream(ada);
  const closed = await aLivestream(ada, { visibility: "private" });
  const list = (roomId: string) => bob.api.call(listInvites, { query: { roomId } });
  expectProblem(await list(open.mint), 403, "not-allowed");
  expectProblem(await list(closed.mint), 404, "livestream-not-found");
  expectProblem(await bob.api.send("/api/v1/livekit/guest/invites"), 400, "invalid-request");
});

test("410: revoking an invite turns away only the guests waiting with it; guests on stage stay", async () => {
  const mint = await aLiveShow(ada);
  const made = await anInvite(ada, mint);
  const onStage = await aGuestOnStage(ada, made);
  const waiting = await aGuestWaiting(made);
  const elsewhere = await aGuestWaiting(await anInvite(ada, mint));
  const answer = await revoke(ada, made.jti);
  expect(answer.status).toBe(200);
  expect(answer.body).toEqual({ code: 200 });
  expectProblem(await aKnock(made.token), 410, "invite-revoked");
  expect(await passesTheGate(waiting.token)).toBe(false);
  expect(await passesTheGate(elsewhere.token)).toBe(true);
  expect(await passesTheGate(onStage.token)).toBe(true);
  expect(await passesTheGate(await knockAgain(onStage))).toBe(true);
  expect((await revoke(ada, made.jti)).status).toBe(200);
});

test("410: an expired invite admits no new guest, but guests on stage keep their place", async () => {
  const mint = await aLiveShow(ada);
  const made = await anInvite(ada, mint, { durationSeconds: 60 });
  const onStage = await aGuestOnStage(ada, made);
  await sql("update invites set expires_at = now() - interval '1 second' where jti = $1", [
    made.jti,
  ]);
  expectProblem(await aKnock(made.token), 410, "invite-expired");
  expect(await passesTheGate(await knockAgain(onStage))).toBe(true);
});

test("200: a co-host can revoke any invite, and a former co-host their own", async () => {
  const { mint } = await aLivestream(ada);
  await join(ada, mint, bob, "host");
  const byAda = await anInvite(ada, mint);
  const byBob = await anInvite(bob, mint);
  expect((await revoke(bob, byAda.jti)).status).toBe(200);
  await join(ada, mint, bob, "viewer");
  expect((await revoke(bob, byBob.jti)).status).toBe(200);
});

test("404: someone else's invite looks like a missing one", async () => {
  const { mint } = await aLivestream(ada);
  const made = await anInvite(ada, mint);
  const none = await revoke(bob, "NoSuchInvite");
  expectProblem(none, 404, "invite-not-found");
  expect((await revoke(bob, made.jti)).text).toBe(none.text);
  expect((await aKnock(made.token)).status).toBe(200);
});

for (const json of [{}, { jti: "" }, { jti: "x".repeat(65) }, { jti: 1 }, { jti: "\u0000" }]) {
  test(`400: ${JSON.stringify(json).slice(0, 30)} does not name an invite`, async () => {
    const path = "/api/v1/livekit/guest/invite/revoke";
    expectProblem(await ada.api.send(path, { method: "POST", json }), 400, "invalid-request");
  });
}
