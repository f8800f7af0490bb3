import { beforeAll, expect, test } from "vitest";
import { endLivestream } from "@/lib/contracts/livestreams";
import { readSummary } from "@/lib/contracts/summary";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aGuestOnStage,
  aGuestWaiting,
  aLiveShow,
  aLivestream,
  anAccount,
  anInvite,
  join,
  type Person,
  say,
} from "@/tests/support/api/factories";
import { aSid, deliverEvent } from "@/tests/support/api/webhooks";

let ada: Person;
let bob: Person;
beforeAll(async () => {
  [ada, bob] = await Promise.all([anAccount(), anAccount()]);
});

const summaryOf = (person: Person, mint: string) =>
  person.api.call(readSummary, { params: { mint } });

test("200: its length, its messages, and the guests who were seen or heard", async () => {
  const mint = await aLiveShow(ada);
  await join(ada, mint, bob, "host");
  const invite = await anInvite(ada, mint);
  const grace = await aGuestOnStage(ada, invite, "Grace Hopper");
  await aGuestOnStage(ada, invite, "Silent Sam");
  await aGuestWaiting(invite, "Nobody's guest");
  await deliverEvent({
    event: "track_published",
    room: { name: mint },
    participant: { identity: grace.identity, sid: aSid() },
    track: { sid: "TR_1", source: "CAMERA", type: "VIDEO" },
  });
  await say(ada.api, mint, "hello");
  await say(bob.api, mint, "and hello");
  const { startedAt, endedAt } = await ada.api.ok(endLivestream, { params: { mint } });
  for (const { api } of [ada, bob]) {
    const summary = await api.ok(readSummary, { params: { mint } });
    expect(summary).toEqual({
      startedAt,
      endedAt,
      deletedAt: null,
      forceEndReason: null,
      lengthSeconds: expect.any(Number),
      peakWatching: 0,
      guests: ["Grace Hopper"],
      messages: 2,
    });
    expect(summary.lengthSeconds).toBeLessThan(60);
  }
});

test("403: a viewer cannot read it", async () => {
  const mint = await aLiveShow(ada);
  expectProblem(await summaryOf(bob, mint), 403, "not-allowed");
});

test("404: a stranger cannot tell a private show from a missing one", async () => {
  const mint = await aLiveShow(ada, "private");
  const none = await summaryOf(bob, "NoSuchShow123456");
  expectProblem(none, 404, "livestream-not-found");
  expect((await summaryOf(bob, mint)).text).toBe(none.text);
});

test("409: before its end; 200: without a start if it was cancelled before", async () => {
  expectProblem(await summaryOf(ada, await aLiveShow(ada)), 409, "show-not-over");
  const { mint } = await aLivestream(ada);
  expectProblem(await summaryOf(ada, mint), 409, "show-not-over");
  await ada.api.ok(endLivestream, { params: { mint } });
  expect(await ada.api.ok(readSummary, { params: { mint } })).toMatchObject({
    startedAt: null,
    lengthSeconds: 0,
  });
});
