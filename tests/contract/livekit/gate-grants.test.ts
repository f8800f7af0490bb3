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

// What no seat has: only who holds LiveKit's secret could sign these.
const nobodys: [string, RoomClaim][] = [
  ["make rooms", { roomCreate: true }],
  ["list rooms", { roomList: true }],
  ["record", { roomRecord: true }],
  ["bring in a stream", { ingressAdmin: true }],
  ["change their own metadata", { canUpdateOwnMetadata: true }],
  ["be a recorder", { recorder: true }],
  ["be an agent", { agent: true }],
];
const viewers: [string, RoomClaim][] = [
  ...nobodys,
  ["publish", publishing],
  ["publish whatever LiveKit takes for granted", { canPublish: undefined }],
  ["publish with no source named", { canPublish: true, canPublishSources: [] }],
  ["send data", { canPublishData: true }],
  ["send the data that LiveKit takes for granted", { canPublishData: undefined }],
  ["run the room", { roomAdmin: true }],
];
const stage: [string, RoomClaim][] = [
  ...nobodys,
  ["send data", { canPublishData: true }],
  ["run the room", { roomAdmin: true }],
  ["publish any source", { canPublishSources: undefined }],
  ["publish a source of another kind", { canPublishSources: ["camera", "unknown"] }],
  ["be there unseen", { hidden: true }],
];

const seats = {
  host: [...nobodys, ["be there unseen", { hidden: true }]] as typeof nobodys,
  guestOnStage: stage,
  guestWaiting: [...viewers, ["be seen", { hidden: false }]] as typeof nobodys,
  hiddenViewer: [...viewers, ["be seen", { hidden: undefined }]] as typeof nobodys,
  visibleViewer: [...viewers, ["be there unseen", { hidden: true }]] as typeof nobodys,
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

  test(`200: ${seat} asks for less than the seat has`, async () => {
    const less = { canPublish: false, canPublishSources: undefined, canPublishData: false };
    expect(await passesTheGate(await withGrants(tokens[seat], less))).toBe(true);
  });
}

test("401: the upgrade itself, with widened grants", async () => {
  const forged = await withGrants(tokens.hiddenViewer, { ...publishing, hidden: false });
  expect((await openSignal(forged)).status).toBe(401);
  expect((await openSignal(await withGrants(tokens.host, { roomRecord: true }))).status).toBe(401);
});
