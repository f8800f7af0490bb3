import { beforeAll, expect, test } from "vitest";
import {
  aGuestOnStage,
  aGuestWaiting,
  aHostToken,
  aLiveShow,
  anAccount,
  anInvite,
  aViewerToken,
  type Person,
} from "@/tests/support/api/factories";
import { passesTheGate } from "@/tests/support/api/gate";
import { openSignal } from "@/tests/support/api/signal";
import { type RoomClaim, withGrants } from "@/tests/support/api/tokens";

const everything = ["camera", "microphone", "screen_share", "screen_share_audio"];
const publishing = { canPublish: true, canPublishSources: everything };

// Granted to no seat: only someone with LiveKit's secret could sign these.
const grantsOfNoSeat: [string, RoomClaim][] = [
  ["make rooms", { roomCreate: true }],
  ["list rooms", { roomList: true }],
  ["record", { roomRecord: true }],
  ["bring in a stream", { ingressAdmin: true }],
  ["change their own metadata", { canUpdateOwnMetadata: true }],
  ["be a recorder", { recorder: true }],
  ["be an agent", { agent: true }],
];
const viewers: [string, RoomClaim][] = [
  ...grantsOfNoSeat,
  ["publish", publishing],
  ["publish by leaving out canPublish, which LiveKit reads as yes", { canPublish: undefined }],
  ["publish with no source named", { canPublish: true, canPublishSources: [] }],
  ["send data", { canPublishData: true }],
  [
    "send data by leaving out canPublishData, which LiveKit reads as yes",
    { canPublishData: undefined },
  ],
  ["run the room", { roomAdmin: true }],
];
const stage: [string, RoomClaim][] = [
  ...grantsOfNoSeat,
  ["send data", { canPublishData: true }],
  ["run the room", { roomAdmin: true }],
  ["publish any source", { canPublishSources: undefined }],
  ["publish a source of another kind", { canPublishSources: ["camera", "unknown"] }],
  ["be hidden", { hidden: true }],
];

const seats = {
  host: [...grantsOfNoSeat, ["be hidden", { hidden: true }]] as typeof grantsOfNoSeat,
  guestOnStage: stage,
  guestWaiting: [...viewers, ["be visible", { hidden: false }]] as typeof grantsOfNoSeat,
  hiddenViewer: [...viewers, ["be visible", { hidden: undefined }]] as typeof grantsOfNoSeat,
  visibleViewer: [...viewers, ["be hidden", { hidden: true }]] as typeof grantsOfNoSeat,
};

let tokens: Record<keyof typeof seats, string>;
beforeAll(async () => {
  const [ada, bob]: Person[] = await Promise.all([anAccount(), anAccount()]);
  if (!ada || !bob) throw new Error("two accounts were asked for");
  const mint = await aLiveShow(ada);
  const invite = await anInvite(ada, mint);
  tokens = {
    host: await aHostToken(ada, { mint, creator: ada }),
    guestOnStage: (await aGuestOnStage(ada, invite)).token,
    guestWaiting: (await aGuestWaiting(invite)).token,
    hiddenViewer: await aViewerToken(bob, mint, true),
    visibleViewer: await aViewerToken(bob, mint, false),
  };
});

for (const seat of Object.keys(seats) as (keyof typeof seats)[]) {
  for (const [what, widened] of seats[seat]) {
    test(`401: ${seat} asks to ${what}`, async () => {
      expect(await passesTheGate(await withGrants(tokens[seat], widened))).toBe(false);
    });
  }

  test(`200: ${seat} asks for fewer permissions than it has`, async () => {
    const less = { canPublish: false, canPublishSources: undefined, canPublishData: false };
    expect(await passesTheGate(await withGrants(tokens[seat], less))).toBe(true);
  });
}

test("401: a WebSocket upgrade with widened grants", async () => {
  const forged = await withGrants(tokens.hiddenViewer, { ...publishing, hidden: false });
  expect((await openSignal(forged)).status).toBe(401);
  expect((await openSignal(await withGrants(tokens.host, { roomRecord: true }))).status).toBe(401);
});
