import { beforeAll, expect, test } from "vitest";
import { readEventLog } from "@/lib/contracts/event-log";
import { endLivestream, removeMember, removeParticipant } from "@/lib/contracts/livestreams";
import { connectionCheck, type RoomToken, refreshToken } from "@/lib/contracts/tokens";
import { Client } from "@/tests/support/api/client";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aHostToken,
  aLiveShow,
  aLivestream,
  anAccount,
  aViewerToken,
  join,
  type Person,
} from "@/tests/support/api/factories";
import { passesTheGate } from "@/tests/support/api/gate";
import { connected, participantsOf } from "@/tests/support/api/signal";
import {
  claimsOf,
  identityOf,
  lifeSecondsOf,
  signRoomToken,
  withGrants,
} from "@/tests/support/api/tokens";
import { until } from "@/tests/support/api/until";
import { aSid, deliverEvent } from "@/tests/support/api/webhooks";

let ada: Person;
let bob: Person;
beforeAll(async () => {
  [ada, bob] = await Promise.all([anAccount(), anAccount()]);
});

const ask = (by: Person, mint: string) => by.api.call(connectionCheck, { params: { mint } });
const aCheckToken = async (by: Person, mint: string) =>
  ((await ask(by, mint)).body as RoomToken).token;
const inside = async (room: string) => (await participantsOf(room)).map(({ identity }) => identity);

test("200: publish for two minutes in a room beside the show, and hear nobody", async () => {
  const { mint } = await aLivestream(ada);
  const token = await aCheckToken(ada, mint);
  expect(claimsOf(token).video).toEqual({
    room: `${mint}~check`,
    roomJoin: true,
    canPublish: true,
    canPublishSources: ["camera", "microphone"],
    canSubscribe: false,
    canPublishData: false,
    canUpdateOwnMetadata: false,
    hidden: false,
  });
  expect(lifeSecondsOf(token)).toBe(120);
  expect(await passesTheGate(token)).toBe(true);
});

test("200: a host checking the connection is not in the show, nor in its log", async () => {
  const mint = await aLiveShow(ada);
  await connected(await aCheckToken(ada, mint));
  expect(await inside(`${mint}~check`)).toEqual([ada.id]);
  expect(await inside(mint)).toEqual([]);
  const room = { name: `${mint}~check` };
  const participant = { identity: ada.id, sid: aSid() };
  const told = await deliverEvent({ event: "participant_joined", room, participant });
  expect(told.status).toBe(200);
  // And nobody was removed from the check.
  expect(await inside(room.name)).toEqual([ada.id]);
  const { entries } = await ada.api.ok(readEventLog, { params: { mint }, query: {} });
  expect(entries.map(({ sid }) => sid)).not.toContain(participant.sid);
});

test("401: a check token is valid for no other room, and no other token for the check", async () => {
  const mint = await aLiveShow(ada);
  const claims = claimsOf(await aCheckToken(ada, mint));
  const check = claims.video.room;
  const host = claimsOf(await aHostToken(ada, { mint, creator: ada }));
  const hosting = { ...host, video: { ...host.video, room: check } };
  expect(await passesTheGate(await signRoomToken(hosting))).toBe(false);
  const viewer = claimsOf(await aViewerToken(bob, mint, false));
  const watching = { ...viewer, video: { ...viewer.video, room: check } };
  expect(await passesTheGate(await signRoomToken(watching))).toBe(false);
  for (const room of [`${mint}~lobby~check`, `${mint}~check~check`, "~check"]) {
    const elsewhere = { ...claims, video: { ...claims.video, room } };
    expect(await passesTheGate(await signRoomToken(elsewhere)), room).toBe(false);
  }
});

test.each([
  ["hear others", { canSubscribe: true }],
  ["share a screen", { canPublishSources: ["camera", "screen_share"] }],
  ["run the room", { roomAdmin: true }],
  ["send data", { canPublishData: true }],
])("401: a check asks to %s", async (_, more) => {
  const { mint } = await aLivestream(ada);
  const token = await aCheckToken(ada, mint);
  expect(await passesTheGate(await withGrants(token, more))).toBe(false);
});

test("404: a check token cannot be refreshed into a seat in the show", async () => {
  const { mint } = await aLivestream(ada);
  const token = await aCheckToken(ada, mint);
  expectProblem(
    await new Client().call(refreshToken, { body: { token } }),
    404,
    "participant-not-found",
  );
});

test("401: a former host is disconnected from the check and cannot return", async () => {
  const { mint } = await aLivestream(ada);
  await join(ada, mint, bob, "host");
  const token = await aCheckToken(bob, mint);
  await connected(token);
  await ada.api.ok(removeMember, { params: { mint, accountId: bob.id } });
  expect(await passesTheGate(token)).toBe(false);
  await until("nobody is in the check", async () => (await inside(`${mint}~check`)).length === 0);
});

test("403: an account that was banned before it became a co-host", async () => {
  const mint = await aLiveShow(ada);
  const identity = identityOf(await aViewerToken(bob, mint, false));
  await ada.api.ok(removeParticipant, { params: { mint }, body: { identity, ban: true } });
  await join(ada, mint, bob, "host");
  expectProblem(await ask(bob, mint), 403, "banned");
});

test("403: a viewer; 404: a private show, for a stranger; 409: after the end", async () => {
  const open = await aLivestream(ada);
  expectProblem(await ask(bob, open.mint), 403, "not-allowed");
  const hidden = await aLivestream(ada, { visibility: "private" });
  expectProblem(await ask(bob, hidden.mint), 404, "livestream-not-found");
  const token = await aCheckToken(ada, open.mint);
  await connected(token);
  await ada.api.ok(endLivestream, { params: { mint: open.mint } });
  expectProblem(await ask(ada, open.mint), 409, "livestream-ended");
  expect(await passesTheGate(token)).toBe(false);
  expect(await inside(`${open.mint}~check`)).toEqual([]);
});
