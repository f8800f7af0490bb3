import { expect, test } from "vitest";
import { guestState, leaveAsGuest, roomAuth } from "@/lib/contracts/guests";
import { revokeInvite } from "@/lib/contracts/invites";
import { endLivestream } from "@/lib/contracts/livestreams";
import { Client } from "@/tests/support/api/client";
import { sql } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  admit,
  aGuestOnStage,
  aGuestWaiting,
  aLiveShow,
  aLivestream,
  anAccount,
  anInvite,
  type Invite,
} from "@/tests/support/api/factories";
import { passesTheGate } from "@/tests/support/api/gate";
import { server } from "@/tests/support/api/server";
import { identityOf, refreshed } from "@/tests/support/api/tokens";

const ada = await anAccount("Ada");

const state = (browser: Client, { token }: Invite) =>
  browser.call(guestState, { body: { inviteToken: token } });
const leave = (browser: Client, roomId: string) => browser.call(leaveAsGuest, { body: { roomId } });

test("200: what an invite is for, in a browser that has not knocked", async () => {
  const { mint } = await aLivestream(ada, { title: "The show", visibility: "private" });
  const answer = await state(new Client(), await anInvite(ada, mint));
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(answer.headers.get("set-cookie")).toBeNull();
  expect(answer.body).toEqual({
    invite: "valid",
    livestream: {
      mint,
      title: "The show",
      creatorName: "Ada",
      status: "scheduled",
      visibility: "private",
      brand: null,
    },
    guest: null,
    url: server.url.replace(/^http/, "ws"),
  });
});

test("200: the state of this browser's guest; another browser sees none", async () => {
  const guest = await aGuestWaiting(await anInvite(ada, await aLiveShow(ada)), "Grace");
  const seen = async () =>
    (await guest.browser.ok(guestState, { body: { inviteToken: guest.invite.token } })).guest;
  expect(await seen()).toEqual({
    identity: guest.identity,
    name: "Grace",
    status: "waiting",
    knockedAt: expect.any(String),
    place: "stage",
    message: null,
  });
  await admit(ada, guest);
  expect(await seen()).toMatchObject({ identity: guest.identity, status: "admitted" });
  expect((await state(new Client(), guest.invite)).body).toMatchObject({ guest: null });
  const forger = new Client();
  for (const name of guest.browser.cookies.keys()) forger.cookies.set(name, guest.identity);
  expect((await state(forger, guest.invite)).body).toMatchObject({ guest: null });
});

test("200: a revoked invite no longer reveals a private show's title", async () => {
  const mint = await aLiveShow(ada, "private");
  const invite = await anInvite(ada, mint);
  const told = async () => (await state(new Client(), invite)).body;
  expect(await told()).toMatchObject({ livestream: { title: expect.stringMatching(/./) } });
  await ada.api.ok(revokeInvite, { body: { jti: invite.jti } });
  expect(await told()).toMatchObject({ invite: "revoked", livestream: { title: "" } });
});

test("200: a revoked or expired invite, or one for an ended show, is reported as such", async () => {
  const mint = await aLiveShow(ada);
  const [revoked, expired] = [await anInvite(ada, mint), await anInvite(ada, mint)];
  await ada.api.ok(revokeInvite, { body: { jti: revoked.jti } });
  await sql("update invites set expires_at = now() where jti = $1", [expired.jti]);
  expect((await state(new Client(), revoked)).body).toMatchObject({ invite: "revoked" });
  expect((await state(new Client(), expired)).body).toMatchObject({ invite: "expired" });
  await ada.api.ok(endLivestream, { params: { mint } });
  const { body } = await state(new Client(), expired);
  expect(body).toMatchObject({ livestream: { status: "ended" } });
});

test("404: an invite that is not ours; 400: no invite", async () => {
  const path = "/api/v1/livekit/guest/state";
  const ask = (json: unknown) => new Client().send(path, { method: "POST", json });
  expectProblem(await ask({ inviteToken: "nonsense" }), 404, "invite-not-found");
  expectProblem(await ask({}), 400, "invalid-request");
  expectProblem(await ask({ inviteToken: "" }), 400, "invalid-request");
});

test("200: leaving voids the token and its refreshed copies; an active link can be used to knock again", async () => {
  const mint = await aLiveShow(ada);
  const invite = await anInvite(ada, mint);
  for (const guest of [await aGuestWaiting(invite), await aGuestOnStage(ada, invite)]) {
    const answer = await leave(guest.browser, mint);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ code: 200 });
    expect(await passesTheGate(guest.token)).toBe(false);
    expect(await passesTheGate(await refreshed(guest.token))).toBe(false);
    expect((await leave(guest.browser, mint)).status).toBe(200);
    const body = { inviteToken: invite.token, guestName: "Grace again" };
    const { livekitToken } = await guest.browser.ok(roomAuth, { body });
    expect(identityOf(livekitToken)).not.toBe(guest.identity);
    expect((await state(guest.browser, invite)).body).toMatchObject({
      guest: { name: "Grace again", status: "waiting" },
    });
  }
});

test("404: someone who is not a guest of the show cannot leave it", async () => {
  const mint = await aLiveShow(ada);
  const guest = await aGuestWaiting(await anInvite(ada, mint));
  expectProblem(await leave(new Client(), mint), 404, "guest-not-found");
  expectProblem(await leave(ada.api, mint), 404, "guest-not-found");
  expectProblem(await leave(guest.browser, await aLiveShow(ada)), 404, "guest-not-found");
  const forger = new Client();
  for (const name of guest.browser.cookies.keys()) forger.cookies.set(name, guest.identity);
  expectProblem(await leave(forger, mint), 404, "guest-not-found");
  expect(await passesTheGate(guest.token)).toBe(true);
});

test("400: no room, or an invalid one", async () => {
  for (const json of [{}, { roomId: "a-b" }, { roomId: 1 }]) {
    const answer = await new Client().send("/api/v1/livekit/guest/leave", { method: "POST", json });
    expectProblem(answer, 400, "invalid-request");
  }
});
