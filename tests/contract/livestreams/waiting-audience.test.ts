import { afterAll, expect, test } from "vitest";
import { editLivestream, goLive, readLivestream } from "@/lib/contracts/livestreams";
import { Client } from "@/tests/support/api/client";
import { sql, withoutSweep } from "@/tests/support/api/database";
import { aLivestream, anAccount } from "@/tests/support/api/factories";
import { passesTheGate } from "@/tests/support/api/gate";
import { tokenOfPage } from "@/tests/support/api/pages";
import { connected, hangUpAll, inRoom, roomService } from "@/tests/support/api/signal";
import { claimsOf, identityOf } from "@/tests/support/api/tokens";
import { until } from "@/tests/support/api/until";

const [ada, bob] = await Promise.all([anAccount("Ada"), anAccount("Bob")]);
afterAll(hangUpAll);

/** Connects as a waiting page does; the app knows that it is there. */
async function waits(mint: string) {
  const token = await tokenOfPage(mint);
  const identity = identityOf(token);
  await connected(token);
  const seat = async () => inRoom(mint, identity);
  // LiveKit reports this once media flows, and this connection has none.
  const { sid } = (await seat()) ?? {};
  await sql("update participants set sid = $1 where identity = $2", [sid, identity]);
  return { identity, sid, seat };
}

test("200: before the show, its page gets a hidden place in the room that can see and hear nothing", async () => {
  const { mint } = await aLivestream(ada);
  const token = await tokenOfPage(mint);
  expect(claimsOf(token)).toMatchObject({
    sub: expect.stringMatching(/^v_/),
    video: {
      room: mint,
      hidden: true,
      canSubscribe: false,
      canPublish: false,
      canPublishData: false,
      canUpdateOwnMetadata: false,
    },
  });
  // The page loads whether LiveKit answers or not; the first connect creates the room.
  expect(await roomService().listRooms([mint])).toEqual([]);
  expect(await passesTheGate(token)).toBe(true);
  expect(await roomService().listRooms([mint])).toHaveLength(1);
});

test("200: when the show starts, waiting viewers see it on their existing connection and are counted", () =>
  withoutSweep(async () => {
    const { mint } = await aLivestream(ada);
    const audience = [await waits(mint), await waits(mint), await waits(mint)];
    for (const { seat } of audience) {
      expect((await seat())?.permission).toMatchObject({ hidden: true, canSubscribe: false });
    }
    const before = await ada.api.ok(readLivestream, { params: { mint } });
    expect([before.watching, before.peakWatching]).toEqual([0, 0]);
    const { watching, peakWatching } = await ada.api.ok(goLive, { params: { mint } });
    expect([watching, peakWatching]).toEqual([3, 3]);
    for (const { seat, sid } of audience) {
      const seeing = await until("the viewer sees the show", async () => {
        const found = await seat();
        return found?.permission?.canSubscribe ? found : null;
      });
      expect(seeing.sid).toBe(sid);
      expect(seeing.permission).toMatchObject({ hidden: true, canPublish: false });
    }
  }));

test("403: a viewer waiting for a show that turns private does not see it", () =>
  withoutSweep(async () => {
    const { mint } = await aLivestream(ada);
    const stranger = await waits(mint);
    const body = { visibility: "private" as const };
    await ada.api.ok(editLivestream, { params: { mint }, body });
    await ada.api.ok(goLive, { params: { mint } });
    await until("the viewer is disconnected", async () => !(await stranger.seat()));
  }));

test("404: a private show's page gives a place to wait only to those allowed to watch", async () => {
  const { mint } = await aLivestream(ada, { visibility: "private" });
  for (const browser of [new Client(), bob.api]) {
    expect(await tokenOfPage(mint, browser)).toBe("none");
  }
});
