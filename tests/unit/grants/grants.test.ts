import { TrackSource } from "livekit-server-sdk";
import { describe, expect, test } from "vitest";
import {
  grants,
  isWithin,
  permission,
  type Seat,
  type VideoClaim,
  videoGrant,
} from "@/lib/grants/grants";

const { CAMERA, MICROPHONE, SCREEN_SHARE, SCREEN_SHARE_AUDIO } = TrackSource;
const everything = [CAMERA, MICROPHONE, SCREEN_SHARE, SCREEN_SHARE_AUDIO];
const words = ["camera", "microphone", "screen_share", "screen_share_audio"];

// The table as the documents state it, seat by seat.
const stated: Record<
  Seat,
  {
    publish: boolean;
    subscribe: boolean;
    data: boolean;
    hidden: boolean;
    admin: boolean;
    minutes: number;
  }
> = {
  host: { publish: true, subscribe: true, data: true, hidden: false, admin: true, minutes: 60 },
  guestOnStage: {
    publish: true,
    subscribe: true,
    data: false,
    hidden: false,
    admin: false,
    minutes: 10,
  },
  guestWaiting: {
    publish: false,
    subscribe: true,
    data: false,
    hidden: true,
    admin: false,
    minutes: 10,
  },
  guestInLobby: {
    publish: false,
    subscribe: false,
    data: false,
    hidden: true,
    admin: false,
    minutes: 10,
  },
  hiddenViewer: {
    publish: false,
    subscribe: true,
    data: false,
    hidden: true,
    admin: false,
    minutes: 10,
  },
  visibleViewer: {
    publish: false,
    subscribe: true,
    data: false,
    hidden: false,
    admin: false,
    minutes: 10,
  },
};
const seats = Object.keys(stated) as Seat[];

test("the seats are these", () => {
  expect(Object.keys(grants).sort()).toEqual([...seats].sort());
});

for (const seat of seats) {
  const { publish, subscribe, data, hidden, admin, minutes } = stated[seat];

  test(`${seat}: the token's claim says every field`, () => {
    expect(videoGrant(seat, "room")).toEqual({
      room: "room",
      roomJoin: true,
      canPublish: publish,
      ...(publish && { canPublishSources: everything }),
      canSubscribe: subscribe,
      canPublishData: data,
      canUpdateOwnMetadata: false,
      hidden,
      ...(admin && { roomAdmin: true }),
    });
    expect(grants[seat].ttlSeconds).toBe(minutes * 60);
  });

  test(`${seat}: UpdateParticipant is given the whole set, for it overwrites the whole set`, () => {
    expect(permission(seat)).toEqual({
      canPublish: publish,
      canPublishSources: publish ? everything : [],
      canSubscribe: subscribe,
      canPublishData: data,
      canUpdateMetadata: false,
      hidden,
    });
  });
}

test("nobody who is hidden publishes: LiveKit would show tracks of somebody who is not there", () => {
  for (const seat of seats) {
    const { hidden, canPublishSources } = grants[seat];
    expect(hidden && canPublishSources.length > 0, seat).toBe(false);
  }
});

/** The claim as it stands in a JWT, where sources are words. */
function claimOf(seat: Seat): VideoClaim & { canSubscribe?: boolean } {
  const { canPublishSources, ...claim } = videoGrant(seat, "room");
  return { ...claim, ...(canPublishSources && { canPublishSources: words }) };
}

describe("isWithin", () => {
  for (const seat of seats) {
    test(`${seat}: its own token is`, () => {
      expect(isWithin(seat, claimOf(seat))).toBe(true);
    });

    const more: [string, object][] = [
      ["roomCreate", { roomCreate: true }],
      ["roomList", { roomList: true }],
      ["roomRecord", { roomRecord: true }],
      ["ingressAdmin", { ingressAdmin: true }],
      ["canUpdateOwnMetadata", { canUpdateOwnMetadata: true }],
      ["recorder", { recorder: true }],
      ["agent", { agent: true }],
      ["the other hidden", { hidden: !stated[seat].hidden }],
      ["an unknown source", { canPublish: true, canPublishSources: ["camera", "unknown"] }],
      ["any source", { canPublish: true, canPublishSources: [] }],
      ["what LiveKit grants unsaid", { canPublish: undefined, canPublishSources: undefined }],
    ];
    if (!stated[seat].publish)
      more.push(["publishing", { canPublish: true, canPublishSources: words }]);
    if (!stated[seat].data) {
      more.push(["data", { canPublishData: true }], ["unsaid data", { canPublishData: undefined }]);
    }
    if (!stated[seat].admin) more.push(["roomAdmin", { roomAdmin: true }]);
    if (!stated[seat].subscribe) {
      more.push(
        ["subscribing", { canSubscribe: true }],
        ["unsaid subscribing", { canSubscribe: undefined }],
      );
    }
    for (const [what, claim] of more) {
      test(`${seat}: with ${what} it is not`, () => {
        expect(isWithin(seat, { ...claimOf(seat), ...claim })).toBe(false);
      });
    }

    const less: [string, object][] = [
      ["publishing nothing", { canPublish: false, canPublishSources: undefined }],
      ["no data", { canPublishData: false }],
      ["no administration", { roomAdmin: false }],
      ["no subscription", { canSubscribe: false }],
    ];
    if (stated[seat].publish) less.push(["one source", { canPublishSources: ["microphone"] }]);
    for (const [what, claim] of less) {
      test(`${seat}: with ${what} it still is`, () => {
        expect(isWithin(seat, { ...claimOf(seat), ...claim })).toBe(true);
      });
    }
  }

  test("of two seats one's token fits the other only where it asks for no more", () => {
    const fits = seats.flatMap((of) =>
      seats.filter((at) => at !== of && isWithin(at, claimOf(of))).map((at) => `${of} at ${at}`),
    );
    expect(fits.sort()).toEqual([
      "guestInLobby at guestWaiting",
      "guestInLobby at hiddenViewer",
      "guestOnStage at host",
      "guestWaiting at hiddenViewer",
      "hiddenViewer at guestWaiting",
      "visibleViewer at guestOnStage",
      "visibleViewer at host",
    ]);
  });
});
