import { expect, test } from "vitest";
import { roomAuth } from "@/lib/contracts/guests";
import { endLivestream } from "@/lib/contracts/livestreams";
import { Client } from "@/tests/support/api/client";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  admit,
  aGuestWaiting,
  aLiveShow,
  aLivestream,
  anAccount,
  anInvite,
  type Invite,
  knockAgain,
} from "@/tests/support/api/factories";
import { passesTheGate } from "@/tests/support/api/gate";
import { server } from "@/tests/support/api/server";
import { claimsOf, identityOf, lifeSecondsOf } from "@/tests/support/api/tokens";

const ada = await anAccount();

const path = "/api/v1/livekit/guest/room-auth";
const knock = ({ token }: Pick<Invite, "token">, browser = new Client(), guestName = "Grace") =>
  browser.call(roomAuth, { body: { inviteToken: token, guestName } });

test("200: a waiting guest's token is hidden, cannot publish, and lasts ten minutes", async () => {
  const { mint } = await aLivestream(ada);
  const answer = await knock(await anInvite(ada, mint), new Client(), " Grace  Hopper ");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const { livekitToken, ...more } = answer.body as { livekitToken: string };
  expect(more).toEqual({});
  expect(claimsOf(livekitToken)).toEqual({
    iss: server.livekitApiKey,
    sub: expect.stringMatching(/^g_[A-Za-z0-9]{22}$/),
    name: "Grace Hopper",
    nbf: expect.any(Number),
    exp: expect.any(Number),
    attributes: { role: "guest", gate: "waiting" },
    video: {
      room: mint,
      roomJoin: true,
      canPublish: false,
      // An encoder's picture before the show is for the hosts only.
      canSubscribe: false,
      canPublishData: false,
      canUpdateOwnMetadata: false,
      hidden: true,
    },
  });
  expect(lifeSecondsOf(livekitToken)).toBe(600);
  expect(await passesTheGate(livekitToken)).toBe(true);
});

test("201: with a trailing slash, as on the document's other page", async () => {
  const { token } = await anInvite(ada, (await aLivestream(ada)).mint);
  const json = { inviteToken: token, guestName: "Grace" };
  for (const [address, status] of [
    [path, 200],
    [`${path}/`, 201],
  ] as const) {
    const answer = await new Client().send(address, { method: "POST", json });
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({ livekitToken: expect.any(String) });
  }
});

test("200: the secret is a cookie that scripts cannot read, and differs from the identity", async () => {
  const { mint } = await aLivestream(ada);
  const browser = new Client();
  const answer = await knock(await anInvite(ada, mint), browser);
  const [cookie = "", ...rest] = answer.headers.getSetCookie();
  expect(rest).toEqual([]);
  expect(cookie).toMatch(/; HttpOnly/);
  expect(cookie).toMatch(/; SameSite=Lax/);
  expect(cookie).toMatch(/; Path=\//);
  const [secret = ""] = browser.cookies.values();
  expect(secret.length).toBeGreaterThanOrEqual(43);
  expect(answer.text).not.toContain(secret);
});

test("200: a reload keeps identity and name; another browser is another guest", async () => {
  const invite = await anInvite(ada, (await aLivestream(ada)).mint);
  const guest = await aGuestWaiting(invite, "Grace");
  const again = claimsOf(await knockAgain(guest));
  expect(again.sub).toBe(guest.identity);
  expect(again.name).toBe("Grace");
  expect((await aGuestWaiting(invite, "Grace")).identity).not.toBe(guest.identity);
});

test("200: an admitted guest's next token is for the stage: visible and publishing", async () => {
  const mint = await aLiveShow(ada);
  const guest = await aGuestWaiting(await anInvite(ada, mint));
  await admit(ada, guest);
  const token = await knockAgain(guest);
  const claims = claimsOf(token);
  expect(claims.sub).toBe(guest.identity);
  expect(claims.attributes).toEqual({ role: "guest", gate: "stage" });
  expect(claims.video).toEqual({
    room: mint,
    roomJoin: true,
    canPublish: true,
    canPublishSources: ["camera", "microphone", "screen_share", "screen_share_audio"],
    canSubscribe: true,
    canPublishData: false,
    canUpdateOwnMetadata: false,
    hidden: false,
  });
  expect(lifeSecondsOf(token)).toBe(600);
  expect(await passesTheGate(token)).toBe(true);
});

test("401 at the gate: an admitted guest's first token, which would leave a ghost", async () => {
  const guest = await aGuestWaiting(await anInvite(ada, await aLiveShow(ada)));
  await admit(ada, guest);
  expect(await passesTheGate(guest.token)).toBe(false);
});

test("403: a denied guest with the same cookie, and at the gate with the same token", async () => {
  const guest = await aGuestWaiting(await anInvite(ada, await aLiveShow(ada)));
  await admit(ada, guest, "deny");
  expectProblem(await knock(guest.invite, guest.browser), 403, "guest-denied");
  expect(await passesTheGate(guest.token)).toBe(false);
});

test("200: a cookie forged from the public identity gives access to nothing", async () => {
  const guest = await aGuestWaiting(await anInvite(ada, await aLiveShow(ada)));
  await admit(ada, guest);
  const forger = new Client();
  for (const name of guest.browser.cookies.keys()) forger.cookies.set(name, guest.identity);
  const answer = await knock(guest.invite, forger);
  expect(answer.status).toBe(200);
  const { livekitToken } = answer.body as { livekitToken: string };
  expect(identityOf(livekitToken)).not.toBe(guest.identity);
  expect(claimsOf(livekitToken).video).toMatchObject({ hidden: true, canPublish: false });
});

test("200: the cookie of one show is not valid for another", async () => {
  const here = await aGuestWaiting(await anInvite(ada, (await aLivestream(ada)).mint));
  const there = await anInvite(ada, (await aLivestream(ada)).mint);
  const [secret = ""] = here.browser.cookies.values();
  const name = [...(await aGuestWaiting(there)).browser.cookies.keys()][0] ?? "";
  const forger = new Client();
  forger.cookies.set(name, secret);
  const { livekitToken } = (await knock(there, forger)).body as { livekitToken: string };
  expect(identityOf(livekitToken)).not.toBe(here.identity);
});

test("404: an invite that is not ours, or was altered", async () => {
  const { token } = await anInvite(ada, (await aLivestream(ada)).mint);
  const changed = `${token.slice(0, -6)}${token.endsWith("AAAAAA") ? "BBBBBB" : "AAAAAA"}`;
  for (const wrong of ["nonsense", changed, `${token}x`, ada.api.bearer ?? "", token.slice(5)]) {
    expectProblem(await knock({ token: wrong }), 404, "invite-not-found");
  }
});

test("409: nobody can join a show that has ended", async () => {
  const mint = await aLiveShow(ada);
  const guest = await aGuestWaiting(await anInvite(ada, mint));
  await ada.api.ok(endLivestream, { params: { mint } });
  expectProblem(await knock(guest.invite), 409, "livestream-ended");
  expectProblem(await knock(guest.invite, guest.browser), 409, "livestream-ended");
});

const refused: [string, Record<string, unknown>][] = [
  ["guestName", { guestName: undefined }],
  ["guestName", { guestName: "" }],
  ["guestName", { guestName: " \u200B " }],
  ["guestName", { guestName: "\u200D" }],
  ["guestName", { guestName: "\u3164" }],
  ["guestName", { guestName: "x".repeat(51) }],
  ["guestName", { guestName: 7 }],
  ["inviteToken", { inviteToken: undefined }],
  ["inviteToken", { inviteToken: "" }],
  ["inviteToken", { inviteToken: "x".repeat(4_097) }],
  ["inviteToken", { inviteToken: ["x"] }],
];
for (const [field, wrong] of refused) {
  test(`400: ${field} cannot be ${visible(wrong[field])}`, async () => {
    const { token } = await anInvite(ada, (await aLivestream(ada)).mint);
    const json = { inviteToken: token, guestName: "Grace", ...wrong };
    const problem = expectProblem(await new Client().send(path, { method: "POST", json }), 400);
    expect(Object.keys(problem.errors ?? {})).toEqual([field]);
  });
}

/** Shows invisible characters in a test's title by their number. */
function visible(value: unknown): string {
  const text = JSON.stringify(value)?.slice(0, 30) ?? "left out";
  return text.replace(/[^ -~]/gu, (char) => `U+${char.codePointAt(0)?.toString(16)}`);
}
