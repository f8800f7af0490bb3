import { expect, test } from "vitest";
import { guestState, listWaiting, roomAuth } from "@/lib/contracts/guests";
import { createInvite, listInvites, revokeInvite } from "@/lib/contracts/invites";
import { endLivestream, goLive } from "@/lib/contracts/livestreams";
import { Client } from "@/tests/support/api/client";
import { limitKey, sql } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aGuestWaiting,
  aLivestream,
  anAccount,
  anInvite,
  type Invite,
  join,
} from "@/tests/support/api/factories";
import { server } from "@/tests/support/api/server";
import { claimsOf } from "@/tests/support/api/tokens";

const [ada, bob] = await Promise.all([anAccount("Ada"), anAccount("Bob")]);

const codeOf = ({ shortUrl }: Invite) => new URL(shortUrl).pathname.replace("/j/", "");
const state = (inviteToken: string, client = new Client()) =>
  client.call(guestState, { body: { inviteToken } });
const knock = (inviteToken: string, client = new Client()) =>
  client.call(roomAuth, { body: { inviteToken, guestName: "Grace" } });
const listed = async (roomId: string, { api } = ada) =>
  (await api.ok(listInvites, { query: { roomId } })).invites;

test("201: a short link to the same invite, whose code works wherever its token does", async () => {
  const { mint } = await aLivestream(ada);
  const invite = await anInvite(ada, mint);
  expect(invite.shortUrl).toMatch(new RegExp(`^${server.url}/j/[0-9a-hjkmnp-tv-z]{13}$`));
  const code = codeOf(invite);
  expect((await state(code)).body).toEqual((await state(invite.token)).body);
  const guest = await aGuestWaiting(invite);
  const again = await guest.browser.ok(roomAuth, {
    body: { inviteToken: code, guestName: "Grace" },
  });
  expect(claimsOf(again.livekitToken).sub).toBe(guest.identity);
});

test("the database alone gives away no link that works", async () => {
  const { mint } = await aLivestream(ada);
  const invite = await anInvite(ada, mint, { label: "For Grace" });
  const [row] = await sql("select * from invites where jti = $1", [invite.jti]);
  const stored = JSON.stringify(row);
  expect(stored).toContain("For Grace");
  expect(stored).not.toContain(codeOf(invite));
  expect(stored).not.toContain(invite.token);
});

test("200: a short link opens the join page, which no search engine lists", async () => {
  const { mint } = await aLivestream(ada);
  const { pathname } = new URL((await anInvite(ada, mint)).shortUrl);
  const accept = { headers: { accept: "text/html" } };
  const [short, long] = [
    await new Client().send(pathname, accept),
    await new Client().send("/join", accept),
  ];
  expect(short.status).toBe(200);
  expect(short.text).toMatch(/<meta name="robots" content="noindex"/);
  for (const name of ["permissions-policy", "referrer-policy"]) {
    expect(short.headers.get(name)).toBe(long.headers.get(name));
  }
});

test("200: hosts can copy every active link again, and no one else", async () => {
  const { mint } = await aLivestream(ada);
  await join(ada, mint, bob, "host");
  const invite = await anInvite(ada, mint, { label: "Grace, lighting" });
  for (const host of [ada, bob]) {
    expect(await listed(mint, host)).toMatchObject([
      { jti: invite.jti, label: "Grace, lighting", url: invite.shortUrl },
    ]);
  }
  await join(ada, mint, bob, "viewer");
  const answer = await bob.api.call(listInvites, { query: { roomId: mint } });
  expectProblem(answer, 403, "not-allowed");
});

test("200: an invite from before short links is listed with the link it was sent with", async () => {
  const { mint } = await aLivestream(ada);
  const invite = await anInvite(ada, mint);
  await sql("update invites set code_digest = null where jti = $1", [invite.jti]);
  const [shown] = await listed(mint);
  const token = new URL(shown?.url ?? "").searchParams.get("invite_token") ?? "";
  expect((await state(token)).body).toEqual((await state(invite.token)).body);
  expectProblem(await state(codeOf(invite)), 404, "invite-not-found");
});

test("404: a code that no invite has; 410: the code of a revoked invite", async () => {
  const { mint } = await aLivestream(ada);
  const invite = await anInvite(ada, mint);
  const code = codeOf(invite);
  const other = code.startsWith("0") ? `1${code.slice(1)}` : `0${code.slice(1)}`;
  for (const wrong of [other, code.slice(1), `${code}0`, "abcdefghijklm", invite.jti]) {
    expectProblem(await state(wrong), 404, "invite-not-found");
    expectProblem(await knock(wrong), 404, "invite-not-found");
  }
  await ada.api.ok(revokeInvite, { body: { jti: invite.jti } });
  expectProblem(await knock(code), 410, "invite-revoked");
});

test("429: codes are looked up only so often for one address", async () => {
  const stranger = new Client();
  expectProblem(await state("0000000000000", stranger), 404, "invite-not-found");
  const own = limitKey("invite-code-by-address", stranger.address);
  const counted = await sql("update rate_limits set points = 300 where key = $1 returning key", [
    own,
  ]);
  expect(counted).toHaveLength(1);
  expectProblem(await state("0000000000001", stranger), 429, "too-many-requests");
  // Tokens cannot be guessed and are not counted.
  const { mint } = await aLivestream(ada);
  expect((await state((await anInvite(ada, mint)).token, stranger)).status).toBe(200);
});

test("201: an invite without an expiry is valid until the show ends", async () => {
  const { mint } = await aLivestream(ada);
  const body = { orgId: ada.handle, roomId: mint, durationSeconds: null };
  const made = await ada.api.ok(createInvite, { body });
  expect(made.expiresAt).toBeNull();
  expect(await listed(mint)).toMatchObject([{ jti: made.jti, expiresAt: null }]);
  const token = new URL(made.inviteUrl).searchParams.get("invite_token") ?? "";
  expect((await knock(token)).status).toBe(200);
  await ada.api.ok(goLive, { params: { mint } });
  expect((await knock(token)).status).toBe(200);
  await ada.api.ok(endLivestream, { params: { mint } });
  expectProblem(await knock(token), 409, "livestream-ended");
  expect(await listed(mint)).toEqual([]);
});

test("200: a label is shown to those who decide about its guests, and never to guests", async () => {
  const { mint } = await aLivestream(ada);
  const labelled = await aGuestWaiting(await anInvite(ada, mint, { label: "Grace, lighting" }));
  const plain = await aGuestWaiting(await anInvite(ada, mint), "Katherine");
  const { guests } = await ada.api.ok(listWaiting, { query: { roomId: mint } });
  expect(guests.map(({ identity, inviteLabel }) => [identity, inviteLabel])).toEqual([
    [labelled.identity, "Grace, lighting"],
    [plain.identity, null],
  ]);
  expect((await state(labelled.invite.token, labelled.browser)).text).not.toContain("lighting");
});

for (const label of ["", "  ", "x".repeat(61), null, 1]) {
  test(`400: a label cannot be ${JSON.stringify(label).slice(0, 12)}`, async () => {
    const { mint } = await aLivestream(ada);
    const json = { orgId: ada.handle, roomId: mint, durationSeconds: 60, label };
    const path = "/api/v1/livekit/guest/invite";
    const problem = expectProblem(await ada.api.send(path, { method: "POST", json }), 400);
    expect(Object.keys(problem.errors ?? {})).toEqual(["label"]);
  });
}
