import { TrackSource } from "livekit-server-sdk";
import { describe, expect, test } from "vitest";
import type { VideoClaim } from "@/lib/grants/claims";
import { grants, isWithin, permission, type Seat, videoGrant } from "@/lib/grants/grants";
import { serviceClaims, services } from "@/lib/grants/services";

const { CAMERA, MICROPHONE, SCREEN_SHARE, SCREEN_SHARE_AUDIO } = TrackSource;
const words = ["camera", "microphone", "screen_share", "screen_share_audio"] as const;
const numbers = { camera: CAMERA, microphone: MICROPHONE } as const;
const everything = [CAMERA, MICROPHONE, SCREEN_SHARE, SCREEN_SHARE_AUDIO];

type Stated = {
  publish: readonly (typeof words)[number][];
  subscribe: boolean;
  data: boolean;
  hidden: boolean;
  admin: boolean;
  agent: boolean;
  minutes: number;
};
const watching: Stated = {
  publish: [],
  subscribe: true,
  data: false,
  hidden: false,
  admin: false,
  agent: false,
  minutes: 10,
};

// The table as in the documents, seat by seat.
const stated: Record<Seat, Stated> = {
  host: { ...watching, publish: words, data: true, admin: true, minutes: 60 },
  hostBeforeShow: { ...watching, hidden: true, minutes: 60 },
  connectionCheck: {
    ...watching,
    publish: ["camera", "microphone"],
    subscribe: false,
    minutes: 2,
  },
  inBackstage: { ...watching, publish: ["camera", "microphone"] },
  guestOnStage: { ...watching, publish: words },
  guestWaiting: { ...watching, hidden: true },
  guestBackstage: { ...watching, hidden: true },
  guestBeforeShow: { ...watching, subscribe: false, hidden: true },
  guestInLobby: { ...watching, subscribe: false, hidden: true },
  hiddenViewer: { ...watching, hidden: true },
  viewerBeforeShow: { ...watching, subscribe: false, hidden: true },
  visibleViewer: watching,
  viewerOnStage: { ...watching, publish: words },
  encoder: { ...watching, publish: ["camera", "microphone"], subscribe: false, minutes: 1 },
  encoderBeforeShow: {
    ...watching,
    publish: ["camera", "microphone"],
    subscribe: false,
    minutes: 1,
  },
  agent: { ...watching, publish: ["camera", "microphone"], data: true, agent: true },
};
const seats = Object.keys(stated) as Seat[];

test("these are the seats", () => {
  expect(Object.keys(grants).sort()).toEqual([...seats].sort());
});

for (const seat of seats) {
  const { publish, subscribe, data, hidden, admin, agent, minutes } = stated[seat];
  const publishes = publish.length > 0;

  test(`${seat}: the token's claim sets every field`, () => {
    expect(videoGrant(seat, "room")).toEqual({
      room: "room",
      roomJoin: true,
      canPublish: publishes,
      ...(publishes && { canPublishSources: publish }),
      canSubscribe: subscribe,
      canPublishData: data,
      canUpdateOwnMetadata: agent,
      hidden,
      ...(admin && { roomAdmin: true }),
      ...(agent && { agent: true }),
    });
    expect(grants[seat].ttlSeconds).toBe(minutes * 60);
  });

  test(`${seat}: UpdateParticipant receives every permission, because it overwrites them all`, () => {
    expect(permission(seat)).toEqual({
      canPublish: publishes,
      canPublishSources: everything.slice(0, publish.length),
      canSubscribe: subscribe,
      canPublishData: data,
      canUpdateMetadata: agent,
      hidden,
      agent,
    });
  });
}

test("nobody hidden publishes: LiveKit would show tracks of someone who is not there", () => {
  for (const seat of seats) {
    const { hidden, canPublishSources } = grants[seat];
    expect(hidden && canPublishSources.length > 0, seat).toBe(false);
  }
});

test("a person on stage can publish only what a host allows", () => {
  for (const seat of ["guestOnStage", "viewerOnStage"] as const) {
    const cameraOnly = videoGrant(seat, "room", ["camera"]);
    expect(cameraOnly).toMatchObject({ canPublish: true, canPublishSources: ["camera"] });
    const set = { ...permission(seat), canPublishSources: [numbers.camera] };
    expect(permission(seat, ["camera"])).toEqual(set);
    expect(isWithin(seat, cameraOnly, { sources: ["camera"] })).toBe(true);
    expect(isWithin(seat, claimOf(seat), { sources: ["camera"] })).toBe(false);
    // LiveKit would read an empty list in a token as any source.
    const nothing = videoGrant(seat, "room", []);
    expect(nothing.canPublish).toBe(false);
    expect(nothing).not.toHaveProperty("canPublishSources");
    expect(permission(seat, [])).toMatchObject({ canPublish: false, canPublishSources: [] });
    expect(isWithin(seat, cameraOnly, { sources: [] })).toBe(false);
  }
});

test("only people on stage are narrowed, and nobody is widened", () => {
  for (const seat of seats.filter((each) => !/OnStage$/.test(each))) {
    expect(videoGrant(seat, "room", []), seat).toEqual(videoGrant(seat, "room"));
    expect(videoGrant(seat, "room", [...words]), seat).toEqual(videoGrant(seat, "room"));
  }
});

test("a service joins no room, and only a recorder's token names one", () => {
  for (const role of Object.keys(services) as (keyof typeof services)[]) {
    const { video = {} } = serviceClaims(role, "room");
    expect(video.roomJoin, role).toBeUndefined();
    expect(video.roomAdmin, role).toBeUndefined();
    expect(video.room, role).toBe(role === "recorder" ? "room" : undefined);
  }
});

const claimOf = (seat: Seat): VideoClaim => videoGrant(seat, "room");
const kindOf = (seat: Seat) => ({ kind: grants[seat].kind });

describe("isWithin", () => {
  for (const seat of seats) {
    test(`${seat}: its own token is`, () => {
      expect(isWithin(seat, claimOf(seat), kindOf(seat))).toBe(true);
    });

    const more: [string, object][] = [
      ["roomCreate", { roomCreate: true }],
      ["roomList", { roomList: true }],
      ["roomRecord", { roomRecord: true }],
      ["ingressAdmin", { ingressAdmin: true }],
      ["recorder", { recorder: true }],
      ["the other hidden", { hidden: !stated[seat].hidden }],
      ["an unknown source", { canPublish: true, canPublishSources: ["camera", "unknown"] }],
      ["any source", { canPublish: true, canPublishSources: [] }],
      ["what LiveKit grants by default", { canPublish: undefined, canPublishSources: undefined }],
    ];
    if (stated[seat].publish.length < words.length) {
      more.push(["publishing every source", { canPublish: true, canPublishSources: [...words] }]);
    }
    if (!stated[seat].agent) {
      more.push(["agent", { agent: true }], ["metadata", { canUpdateOwnMetadata: true }]);
    }
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
        expect(isWithin(seat, { ...claimOf(seat), ...claim }, kindOf(seat))).toBe(false);
      });
    }

    const less: [string, object][] = [
      ["publishing nothing", { canPublish: false, canPublishSources: undefined }],
      ["no data", { canPublishData: false }],
      ["no administration", { roomAdmin: false }],
      ["no subscription", { canSubscribe: false }],
    ];
    if (stated[seat].publish.length > 0)
      less.push(["one source", { canPublishSources: ["microphone"] }]);
    for (const [what, claim] of less) {
      test(`${seat}: with ${what} it still is`, () => {
        expect(isWithin(seat, { ...claimOf(seat), ...claim }, kindOf(seat))).toBe(true);
      });
    }
  }

  test("a token for another kind of participant is not", () => {
    for (const seat of seats) {
      const other = stated[seat].agent ? "standard" : "agent";
      expect(isWithin(seat, claimOf(seat), { kind: other }), seat).toBe(false);
    }
  });

  test("one seat's token fits another seat only if it asks for nothing beyond", () => {
    const fits = seats.flatMap((of) =>
      seats
        .filter((at) => at !== of && isWithin(at, claimOf(of), kindOf(of)))
        .map((at) => `${of} at ${at}`),
    );
    expect(fits.sort()).toEqual([
      "connectionCheck at encoder",
      "connectionCheck at encoderBeforeShow",
      "connectionCheck at guestOnStage",
      "connectionCheck at host",
      "connectionCheck at inBackstage",
      "connectionCheck at viewerOnStage",
      "encoder at connectionCheck",
      "encoder at encoderBeforeShow",
      "encoder at guestOnStage",
      "encoder at host",
      "encoder at inBackstage",
      "encoder at viewerOnStage",
      "encoderBeforeShow at connectionCheck",
      "encoderBeforeShow at encoder",
      "encoderBeforeShow at guestOnStage",
      "encoderBeforeShow at host",
      "encoderBeforeShow at inBackstage",
      "encoderBeforeShow at viewerOnStage",
      "guestBackstage at guestWaiting",
      "guestBackstage at hiddenViewer",
      "guestBackstage at hostBeforeShow",
      "guestBeforeShow at guestBackstage",
      "guestBeforeShow at guestInLobby",
      "guestBeforeShow at guestWaiting",
      "guestBeforeShow at hiddenViewer",
      "guestBeforeShow at hostBeforeShow",
      "guestBeforeShow at viewerBeforeShow",
      "guestInLobby at guestBackstage",
      "guestInLobby at guestBeforeShow",
      "guestInLobby at guestWaiting",
      "guestInLobby at hiddenViewer",
      "guestInLobby at hostBeforeShow",
      "guestInLobby at viewerBeforeShow",
      "guestOnStage at host",
      "guestOnStage at viewerOnStage",
      "guestWaiting at guestBackstage",
      "guestWaiting at hiddenViewer",
      "guestWaiting at hostBeforeShow",
      "hiddenViewer at guestBackstage",
      "hiddenViewer at guestWaiting",
      "hiddenViewer at hostBeforeShow",
      "hostBeforeShow at guestBackstage",
      "hostBeforeShow at guestWaiting",
      "hostBeforeShow at hiddenViewer",
      "inBackstage at guestOnStage",
      "inBackstage at host",
      "inBackstage at viewerOnStage",
      "viewerBeforeShow at guestBackstage",
      "viewerBeforeShow at guestBeforeShow",
      "viewerBeforeShow at guestInLobby",
      "viewerBeforeShow at guestWaiting",
      "viewerBeforeShow at hiddenViewer",
      "viewerBeforeShow at hostBeforeShow",
      "viewerOnStage at guestOnStage",
      "viewerOnStage at host",
      "visibleViewer at guestOnStage",
      "visibleViewer at host",
      "visibleViewer at inBackstage",
      "visibleViewer at viewerOnStage",
    ]);
  });
});
