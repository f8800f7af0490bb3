import { expect, test } from "vitest";
import { endLivestream, removeParticipant } from "@/lib/contracts/livestreams";
import { viewerPass } from "@/lib/contracts/tokens";
import { Client } from "@/tests/support/api/client";
import { sql } from "@/tests/support/api/database";
import {
  aGuestOnStage,
  aGuestWaiting,
  aHostToken,
  aLiveShow,
  aLivestream,
  anAccount,
  anInvite,
  aViewerToken,
} from "@/tests/support/api/factories";
import { authorize, passesTheGate, validate } from "@/tests/support/api/gate";
import { openSignal } from "@/tests/support/api/signal";
import { claimsOf, identityOf, refreshed, signRoomToken } from "@/tests/support/api/tokens";

const [ada, bob] = await Promise.all([anAccount(), anAccount()]);
const livestream = { mint: await aLiveShow(ada), creator: ada };
const invite = await anInvite(ada, livestream.mint);
const waiting = await aGuestWaiting(invite);
const { pass } = await new Client().ok(viewerPass, { params: { mint: livestream.mint } });
const tokens = {
  host: await aHostToken(ada, livestream),
  waiting: waiting.token,
  onStage: (await aGuestOnStage(ada, invite)).token,
  visible: await aViewerToken(bob, livestream.mint, false),
  hidden: await aViewerToken(bob, livestream.mint, true),
  anonymous: pass?.token ?? "",
};

const words = ["host", "waiting", "onStage", "visible", "hidden", "anonymous"] as const;

for (const word of words) {
  test(`200: ${word}, with the first token, a refreshed one, and over the WebSocket`, async () => {
    const token = tokens[word];
    expect(await passesTheGate(token)).toBe(true);
    expect(await passesTheGate(await refreshed(token))).toBe(true);
    const signal = await openSignal(token);
    expect(signal.status).toBe(101);
    if ("hangUp" in signal) signal.hangUp();
  });

  test(`401: ${word}, with the publish= parameter, which opens a second session`, async () => {
    for (const publish of ["x", ""]) {
      expect(await passesTheGate(tokens[word], { query: { publish } })).toBe(false);
    }
    expect((await openSignal(tokens[word], { query: { publish: "x" } })).status).toBe(401);
  });

  test(`401: ${word}, as an unknown identity or in another room`, async () => {
    const claims = claimsOf(tokens[word]);
    const elsewhere = await aLiveShow(ada);
    const forged = [
      await signRoomToken({ ...claims, sub: "v_nobody1234" }),
      await signRoomToken({ ...claims, sub: `${claims.sub}#x` }),
      await signRoomToken({ ...claims, sub: "" }),
      await signRoomToken({ ...claims, video: { ...claims.video, room: elsewhere } }),
      await signRoomToken({ ...claims, video: { ...claims.video, room: "" } }),
      await signRoomToken({ ...claims, video: { ...claims.video, roomJoin: false } }),
    ];
    for (const token of forged) expect(await passesTheGate(token)).toBe(false);
  });
}

test("401: no token, nonsense, another key or secret, an expired token, and one from the future", async () => {
  const claims = claimsOf(tokens.hidden);
  const hour = 3_600;
  const forged = {
    nonsense: "nonsense",
    "a bearer of the API": ada.api.bearer ?? "",
    "another secret": await signRoomToken(claims, { secret: "x".repeat(43) }),
    "another key": await signRoomToken({ ...claims, iss: "APIsomebodyelse" }),
    "another algorithm": await signRoomToken(claims, { alg: "HS512" }),
    expired: await signRoomToken({ ...claims, nbf: claims.nbf - hour, exp: claims.nbf - 120 }),
    "not yet": await signRoomToken({
      ...claims,
      nbf: claims.nbf + hour,
      exp: claims.nbf + 2 * hour,
    }),
  };
  for (const [what, token] of Object.entries(forged)) {
    expect(await passesTheGate(token), what).toBe(false);
  }
  expect((await validate(null)).status).toBe(401);
  expect((await authorize(null)).status).toBe(401);
  expect((await openSignal(null)).status).toBe(401);
  expect((await openSignal("nonsense")).status).toBe(401);
});

test("200: within the minute of clock difference that LiveKit allows", async () => {
  const claims = claimsOf(tokens.hidden);
  const now = Math.floor(Date.now() / 1_000);
  const late = await signRoomToken({ ...claims, nbf: now - 600, exp: now - 20 });
  expect(await passesTheGate(late)).toBe(true);
});

test("401: a token from before revoked_before; 200: a later one", async () => {
  const token = await aViewerToken(bob, livestream.mint, false);
  const set = "update participants set revoked_before = now() + $2::interval where identity = $1";
  await sql(set, [identityOf(token), "5 seconds"]);
  expect(await passesTheGate(token)).toBe(false);
  await sql(set, [identityOf(token), "-1 hour"]);
  expect(await passesTheGate(token)).toBe(true);
});

test("401: everyone, once the show has ended", async () => {
  const mint = await aLiveShow(ada);
  const show = { mint, creator: ada };
  const invite = await anInvite(ada, mint);
  const all = [
    await aHostToken(ada, show),
    (await aGuestWaiting(invite)).token,
    (await aGuestOnStage(ada, invite)).token,
    await aViewerToken(bob, mint, true),
  ];
  await ada.api.ok(endLivestream, { params: { mint } });
  for (const token of all) {
    expect(await passesTheGate(token)).toBe(false);
    expect(await passesTheGate(await refreshed(token))).toBe(false);
    expect((await openSignal(token)).status).toBe(401);
  }
});

test("401: viewers before the show; 200: hosts and guests, who prepare", async () => {
  const before = await aLivestream(ada);
  const token = await aHostToken(ada, before);
  const guest = await aGuestWaiting(await anInvite(ada, before.mint));
  expect(await passesTheGate(token)).toBe(true);
  expect(await passesTheGate(guest.token)).toBe(true);
  const hidden = claimsOf(tokens.hidden);
  await sql(
    "insert into participants (mint, identity, role, name, hidden) values ($1, $2, 'viewer', '', true)",
    [before.mint, "v_tooearly1234"],
  );
  const early = { ...hidden, sub: "v_tooearly1234", video: { ...hidden.video, room: before.mint } };
  expect(await passesTheGate(await signRoomToken(early))).toBe(false);
});

test("401: LiveKit reads the header first, so a valid token in the query does not help", async () => {
  const guest = await aGuestOnStage(ada, waiting.invite);
  const body = { identity: guest.identity };
  await ada.api.ok(removeParticipant, { params: { mint: livestream.mint }, body });
  const headers = { authorization: `Bearer ${await refreshed(guest.token)}` };
  const statuses = [
    (await validate(tokens.anonymous, { headers })).status,
    (await authorize(tokens.anonymous, { headers })).status,
    (await openSignal(tokens.anonymous, { headers })).status,
  ];
  expect(statuses).toEqual([401, 401, 401]);
});

test("200: a bearer token in the header only, as LiveKit's other SDKs send it", async () => {
  const headers = { authorization: `Bearer ${tokens.anonymous}` };
  expect((await validate(null, { headers })).status).toBe(200);
  expect((await authorize(null, { headers })).status).toBe(204);
  const signal = await openSignal(null, { headers });
  expect(signal.status).toBe(101);
  if ("hangUp" in signal) signal.hangUp();
});
