import { afterAll, beforeAll, expect, test } from "vitest";
import { plainLook } from "@/lib/client/room/look-in";
import { deleteAccount } from "@/lib/contracts/accounts/own-data";
import { postBackstageChat } from "@/lib/contracts/backstage";
import { deleteChat } from "@/lib/contracts/chat";
import { endLivestream, readLivestream } from "@/lib/contracts/livestreams";
import { arrangeStage, type LookChanges, type StageLook } from "@/lib/contracts/look";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aGuestWaiting,
  aHostToken,
  aLiveShow,
  anAccount,
  anInvite,
  type Person,
  say,
} from "@/tests/support/api/factories";
import { connected, hangUpAll, roomService } from "@/tests/support/api/signal";
import { aSweepMs, until } from "@/tests/support/api/until";

let ada: Person;
beforeAll(async () => {
  ada = await anAccount();
});
afterAll(hangUpAll);

const arrange = (mint: string, body: LookChanges) =>
  ada.api.call(arrangeStage, { params: { mint }, body });
const arranged = (mint: string, body: LookChanges) =>
  ada.api.ok(arrangeStage, { params: { mint }, body });
const told = async (mint: string) => (await roomService().listRooms([mint]))[0]?.metadata ?? "";

test("200: the look is stored, part of the livestream, and sent to the room", async () => {
  const mint = await aLiveShow(ada);
  await connected(await aHostToken(ada, { mint, creator: ada }));
  const { identity } = await aGuestWaiting(await anInvite(ada, mint));
  const changes = {
    layout: "spotlight",
    spotlight: identity,
    tileOrder: [identity],
    showNames: false,
    banner: "Hello",
  } as const;
  const answer = await arrange(mint, { ...changes, tileOrder: [identity] });
  const look = { ...plainLook, ...changes };
  expect([answer.status, answer.body]).toEqual([200, look]);
  const { look: kept } = await ada.api.ok(readLivestream, { params: { mint } });
  expect(kept).toEqual(look);
  expect(JSON.parse(await told(mint))).toEqual({ look });
});

test("200: omitted fields stay, and null clears a field", async () => {
  const mint = await aLiveShow(ada);
  await arrange(mint, { banner: "Soon", layout: "grid" });
  const { body } = await arrange(mint, { banner: null });
  expect(body).toEqual({ ...plainLook, layout: "grid" });
});

test("200: a room that LiveKit lost and recreated receives the look again", async () => {
  const mint = await aLiveShow(ada);
  await connected(await aHostToken(ada, { mint, creator: ada }));
  await arrange(mint, { banner: "Kept" });
  await roomService().updateRoomMetadata(mint, "");
  await until(
    "the sweep has set the room's look",
    async () => (await told(mint)).includes("Kept"),
    aSweepMs,
  );
});

test("200: volumes are kept for each person, and the usual one is not stored", async () => {
  const mint = await aLiveShow(ada);
  const [gustav, nora] = ["g_gustav1234", "g_nora12345"];
  await arranged(mint, {
    volumes: [
      { identity: gustav, volume: 0.4 },
      { identity: nora, volume: 0.7 },
    ],
  });
  const { volumes } = await arranged(mint, { volumes: [{ identity: nora, volume: 1 }] });
  expect(volumes).toEqual({ [gustav]: 0.4 });
  for (const volume of [1.1, -0.1]) {
    const answer = await arrange(mint, { volumes: [{ identity: nora, volume }] });
    expectProblem(answer, 400, "invalid-request");
  }
});

test("200: a card counts down by the server’s clock, and the next scene clears it", async () => {
  const mint = await aLiveShow(ada);
  const asked = Date.now();
  const counting = await arranged(mint, { scene: "starting", countdownSeconds: 300 });
  const left = Date.parse(counting.countdownTo ?? "") - asked;
  expect(left).toBeGreaterThanOrEqual(300_000 - 1_000);
  expect(left).toBeLessThan(310_000);
  const next = await arrange(mint, { scene: "show", layout: "grid" });
  expect(next.body).toEqual({ ...plainLook, layout: "grid" });
});

test("200: a message is on screen as it was written, until it is deleted", async () => {
  const mint = await aLiveShow(ada);
  await connected(await aHostToken(ada, { mint, creator: ada }));
  const bob = await anAccount("Bob");
  const { seq } = await say(bob.api, mint, "How does it work?");
  const { comment } = await arranged(mint, { comment: seq });
  expect(comment).toEqual({ seq, name: "Bob", text: "How does it work?" });
  expect(await told(mint)).toContain("How does it work?");
  await bob.api.ok(deleteChat, { params: { mint, seq } });
  const { look } = await ada.api.ok(readLivestream, { params: { mint } });
  expect(look.comment).toBeNull();
  expect(await told(mint)).not.toContain("How does it work?");
});

test("200: a message goes off the screen when its author deletes their account", async () => {
  const mint = await aLiveShow(ada);
  await connected(await aHostToken(ada, { mint, creator: ada }));
  const bob = await anAccount("Bob");
  const { seq } = await say(bob.api, mint, "Remember me");
  await arranged(mint, { comment: seq });
  expect(await told(mint)).toContain("Remember me");
  await bob.api.ok(deleteAccount, { body: { currentPassword: bob.password } });
  const { look } = await ada.api.ok(readLivestream, { params: { mint } });
  expect(look.comment).toBeNull();
  await until(
    "the room no longer shows it",
    async () => !(await told(mint)).includes("Remember me"),
    aSweepMs,
  );
});

test("404: a message that does not exist, was deleted, or belongs to another show or the backstage", async () => {
  const [mint, other] = [await aLiveShow(ada), await aLiveShow(ada)];
  const { seq } = await say(ada.api, mint, "Gone");
  await ada.api.ok(deleteChat, { params: { mint, seq } });
  await say(ada.api, other, "First");
  await say(ada.api, other, "Second");
  const elsewhere = await say(ada.api, other, "Third");
  const whisper = (text: string) =>
    ada.api.ok(postBackstageChat, { params: { mint }, body: { text } });
  await whisper("Psst");
  const behind = await whisper("Pssst");
  expect(elsewhere.seq).toBe(3);
  for (const comment of [seq, elsewhere.seq, behind.seq, 999]) {
    expectProblem(await arrange(mint, { comment }), 404, "message-not-found");
  }
});

test("400: an unknown layout, or a banner that is too long", async () => {
  const mint = await aLiveShow(ada);
  const layout = "mosaic" as StageLook["layout"];
  expectProblem(await arrange(mint, { layout }), 400, "invalid-request");
  expectProblem(await arrange(mint, { banner: "x".repeat(121) }), 400, "invalid-request");
});

test("404: a spotlight on an unknown identity", async () => {
  const mint = await aLiveShow(ada);
  const answer = await arrange(mint, { spotlight: "g_nobody1234" });
  expectProblem(answer, 404, "participant-not-found");
});

test("409: an ended show", async () => {
  const mint = await aLiveShow(ada);
  await ada.api.ok(endLivestream, { params: { mint } });
  expectProblem(await arrange(mint, { layout: "grid" }), 409, "livestream-ended");
});
