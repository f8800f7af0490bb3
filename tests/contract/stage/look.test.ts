import { afterAll, beforeAll, expect, test } from "vitest";
import { endLivestream, readLivestream } from "@/lib/contracts/livestreams";
import { arrangeStage, type StageLook } from "@/lib/contracts/look";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aGuestWaiting,
  aHostToken,
  aLiveShow,
  anAccount,
  anInvite,
  type Person,
} from "@/tests/support/api/factories";
import { connected, hangUpAll, roomService } from "@/tests/support/api/signal";
import { aSweepMs, until } from "@/tests/support/api/until";

let ada: Person;
beforeAll(async () => {
  ada = await anAccount();
});
afterAll(hangUpAll);

const arrange = (mint: string, body: Partial<StageLook>) =>
  ada.api.call(arrangeStage, { params: { mint }, body });
const told = async (mint: string) => (await roomService().listRooms([mint]))[0]?.metadata ?? "";

test("200: the look is stored, part of the livestream, and sent to the room", async () => {
  const mint = await aLiveShow(ada);
  await connected(await aHostToken(ada, { mint, creator: ada }));
  const { identity } = await aGuestWaiting(await anInvite(ada, mint));
  const look = { layout: "spotlight", spotlight: identity, showNames: false, banner: "Hello" };
  const answer = await arrange(mint, { ...look, layout: "spotlight" });
  expect([answer.status, answer.body]).toEqual([200, look]);
  const { look: kept } = await ada.api.ok(readLivestream, { params: { mint } });
  expect(kept).toEqual(look);
  expect(JSON.parse(await told(mint))).toEqual({ look });
});

test("200: omitted fields stay, and null clears a field", async () => {
  const mint = await aLiveShow(ada);
  await arrange(mint, { banner: "Soon", layout: "grid" });
  const { body } = await arrange(mint, { banner: null });
  expect(body).toEqual({ layout: "grid", spotlight: null, showNames: true, banner: null });
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
