import { expect, test } from "vitest";
import { guestState } from "@/lib/contracts/guests";
import { createInvite } from "@/lib/contracts/invites";
import {
  endLivestream,
  goLive,
  type Livestream,
  readLivestream,
} from "@/lib/contracts/livestreams";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aGuestOnStage,
  aGuestWaiting,
  aHostToken,
  aLiveShow,
  aLivestream,
  anAccount,
  anInvite,
  join,
} from "@/tests/support/api/factories";
import { roomService } from "@/tests/support/api/signal";

const [ada, bob] = await Promise.all([anAccount(), anAccount()]);

const rooms = async (mint: string) =>
  (await roomService().listRooms([mint, `${mint}~lobby`])).map(({ name }) => name).sort();

test("200: going live creates the room, which is named after the mint", async () => {
  const { mint } = await aLivestream(ada);
  expect(await rooms(mint)).toEqual([]);
  const answer = await ada.api.call(goLive, { params: { mint } });
  expect(answer.status).toBe(200);
  const { status, startedAt, endedAt } = answer.body as Livestream;
  expect(status).toBe("live");
  expect(Date.parse(startedAt ?? "")).toBeGreaterThan(Date.now() - 60_000);
  expect(endedAt).toBeNull();
  expect(await rooms(mint)).toEqual([mint]);
});

test("200: going live twice, or by two hosts at once, starts the show once", async () => {
  const { mint } = await aLivestream(ada);
  await join(ada, mint, bob, "host");
  const clicks = [ada, bob, ada, bob].map(({ api }) => api.ok(goLive, { params: { mint } }));
  const starts = new Set((await Promise.all(clicks)).map(({ startedAt }) => startedAt));
  expect(starts.size).toBe(1);
  const again = await ada.api.ok(goLive, { params: { mint } });
  expect(again.startedAt).toBe([...starts][0]);
});

test("200: ending closes the rooms and turns away waiting guests and guests on stage", async () => {
  const { mint } = await aLivestream(ada, { visibility: "private" });
  await ada.api.ok(goLive, { params: { mint } });
  const invite = await anInvite(ada, mint);
  const guests = [await aGuestWaiting(invite), await aGuestOnStage(ada, invite)];
  expect(await rooms(mint)).toEqual([mint, `${mint}~lobby`]);
  const ended = await ada.api.ok(endLivestream, { params: { mint } });
  expect(ended).toMatchObject({ status: "ended", watching: 0 });
  expect(await rooms(mint)).toEqual([]);
  for (const { browser } of guests) {
    const body = { inviteToken: invite.token };
    const { guest } = await browser.ok(guestState, { body });
    expect(guest?.status).toBe("expired");
  }
});

test("200: ending twice ends the show once", async () => {
  const mint = await aLiveShow(ada);
  const first = await ada.api.ok(endLivestream, { params: { mint } });
  expect(await ada.api.ok(endLivestream, { params: { mint } })).toEqual(first);
});

test("409: an ended show cannot go live again or invite guests", async () => {
  const livestream = await aLivestream(ada);
  const { mint } = livestream;
  await ada.api.ok(goLive, { params: { mint } });
  await ada.api.ok(endLivestream, { params: { mint } });
  expectProblem(await ada.api.call(goLive, { params: { mint } }), 409, "livestream-ended");
  const body = { orgId: ada.handle, roomId: mint, durationSeconds: 60 };
  expectProblem(await ada.api.call(createInvite, { body }), 409, "livestream-ended");
  await expect(aHostToken(ada, livestream)).rejects.toThrow("409");
});

test("403: only hosts can start or end a show; 404: a private show, for a stranger", async () => {
  const open = await aLivestream(ada);
  const closed = await aLivestream(ada, { visibility: "private" });
  const watched = await aLivestream(ada, { visibility: "private" });
  await join(ada, watched.mint, bob, "viewer");
  for (const move of [goLive, endLivestream]) {
    const by = (mint: string) => bob.api.call(move, { params: { mint } });
    expectProblem(await by(open.mint), 403, "not-allowed");
    expectProblem(await by(watched.mint), 403, "not-allowed");
    expectProblem(await by(closed.mint), 404, "livestream-not-found");
    expectProblem(await by("NoSuchShow123456"), 404, "livestream-not-found");
  }
  const after = await ada.api.ok(readLivestream, { params: { mint: open.mint } });
  expect(after.status).toBe("scheduled");
});

test("200: a co-host can end the show", async () => {
  const mint = await aLiveShow(ada);
  await join(ada, mint, bob, "host");
  expect((await bob.api.ok(endLivestream, { params: { mint } })).status).toBe("ended");
});
