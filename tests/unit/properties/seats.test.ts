import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isOver, storedStatuses } from "@/lib/contracts/common/livestream-status";
import { memberRoles, participantRoles } from "@/lib/contracts/common/roles";
import type { PublishSource } from "@/lib/contracts/stage";
import type { VideoClaim } from "@/lib/grants/claims";
import { grants, isWithin, permission, type Seat, videoGrant } from "@/lib/grants/grants";
import type { RoomKind } from "@/lib/livekit/rooms";
import { isRefusal, type Standing, seatOf } from "@/lib/participants/entry";

const seats = Object.keys(grants) as Seat[];
const seat = fc.constantFrom(...seats);
const flag = fc.constantFrom(true, false, undefined);
const everySource: PublishSource[] = ["camera", "microphone", "screen_share", "screen_share_audio"];
const sources = fc.constantFrom(...everySource, "unknown", "CAMERA", "");

const claim: fc.Arbitrary<VideoClaim> = fc.record(
  {
    room: fc.string(),
    roomJoin: flag,
    roomCreate: flag,
    roomList: flag,
    roomAdmin: flag,
    roomRecord: flag,
    ingressAdmin: flag,
    canPublish: flag,
    canPublishSources: fc.uniqueArray(sources, { maxLength: 5 }),
    canPublishData: flag,
    canSubscribe: flag,
    canUpdateOwnMetadata: flag,
    hidden: flag,
    recorder: flag,
    agent: flag,
  },
  { requiredKeys: [] },
);

/** What LiveKit lets a holder of such a claim do; the three that are absent count as granted. */
function powersOf(given: VideoClaim): Set<string> {
  const powers = new Set<string>();
  if (given.canPublish !== false) {
    const named = given.canPublishSources ?? [];
    for (const source of named) powers.add(`publish ${source}`);
    if (named.length === 0) powers.add("publish anything");
  }
  if (given.canPublishData !== false) powers.add("send data");
  if (given.canSubscribe !== false) powers.add("subscribe");
  const onlyIfSaid = [
    "roomAdmin",
    "roomCreate",
    "roomList",
    "roomRecord",
    "ingressAdmin",
    "canUpdateOwnMetadata",
    "recorder",
    "agent",
  ] as const;
  for (const power of onlyIfSaid) if (given[power]) powers.add(power);
  return powers;
}

const powersOfSeat = (of: Seat, left: Left = null) => powersOf(videoGrant(of, "room", left));

/** The sources a host lets someone on stage publish; null is everything. */
type Left = typeof everySource | null;
const left: fc.Arbitrary<Left> = fc.option(fc.subarray(everySource));

describe("isWithin", () => {
  test("refuses every claim that is wider than the seat, and accepts every claim within it", () => {
    fc.assert(
      fc.property(seat, claim, left, (of, given, sources) => {
        const allowed = powersOfSeat(of, sources);
        const within = [...powersOf(given)].every((power) => allowed.has(power));
        const seen = (given.hidden ?? false) === grants[of].hidden;
        const { kind } = grants[of];
        expect(isWithin(of, given, { kind, sources })).toBe(within && seen);
      }),
      { numRuns: 5_000 },
    );
  });

  test("accepts no addition to a claim that would add a power", () => {
    fc.assert(
      fc.property(seat, claim, (of, more) => {
        const narrow = { canPublish: false, canPublishData: false, canSubscribe: false };
        const given = { ...narrow, ...more, hidden: grants[of].hidden };
        if (!isWithin(of, given, { kind: grants[of].kind })) return;
        const allowed = powersOfSeat(of);
        for (const power of powersOf(given)) expect(allowed.has(power), power).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });
});

const standing: fc.Arbitrary<Standing> = fc.record({
  role: fc.constantFrom(...participantRoles),
  hidden: fc.boolean(),
  removed: fc.boolean(),
  banned: fc.boolean(),
  signedOut: fc.boolean(),
  revokedBefore: fc.constant(null),
  featured: fc.boolean(),
  sources: left,
  guestStatus: fc.constantFrom("waiting", "admitted", "denied", "removed", "left", "expired", null),
  place: fc.constantFrom("stage", "backstage", null),
  streaming: fc.boolean(),
  linked: fc.boolean(),
  membership: fc.constantFrom("creator" as const, ...memberRoles, null),
  livestreamStatus: fc.constantFrom(...storedStatuses),
  visibility: fc.constantFrom("public", "unlisted", "private"),
});

const room: fc.Arbitrary<RoomKind> = fc.constantFrom("stage", "lobby", "backstage", "check");

describe("a seat", () => {
  const everybody = (say: (who: Standing, room: RoomKind, given: Seat | null) => void) =>
    fc.assert(
      fc.property(standing, room, (who, room) => {
        const answer = seatOf(who, room);
        say(who, room, isRefusal(answer) ? null : answer);
      }),
      { numRuns: 5_000 },
    );

  test("is never given to someone who is banned, removed or signed out, or in an ended show", () => {
    everybody(({ banned, removed, signedOut, livestreamStatus }, _, given) => {
      if (banned || removed || signedOut || isOver(livestreamStatus)) expect(given).toBeNull();
    });
  });

  test("with publishing belongs to a host, an encoder, an agent, or someone put on stage", () => {
    everybody((who, room, given) => {
      if (!given || !permission(given).canPublish) return;
      expect(room).not.toBe("lobby");
      const theirs = who.role === "host" || (who.role === "encoder" && who.streaming);
      const hosts = theirs && /^(creator|host)$/.test(who.membership ?? "");
      if (room === "stage" && who.livestreamStatus !== "live")
        expect(who.role === "encoder" || who.role === "agent").toBe(true);
      const admitted =
        who.role === "guest" &&
        who.guestStatus === "admitted" &&
        (who.place !== "backstage" || room === "backstage");
      const featured = who.role === "viewer" && who.featured && !who.hidden;
      expect(hosts || admitted || featured || who.role === "agent").toBe(true);
    });
  });

  test("backstage is for hosts and admitted guests only", () => {
    everybody((who, room, given) => {
      if (room !== "backstage" || !given) return;
      const hosts = who.role === "host" && /^(creator|host)$/.test(who.membership ?? "");
      expect(hosts || (who.role === "guest" && who.guestStatus === "admitted")).toBe(true);
    });
  });

  test("that sees a private show is never given to guests who wait or were not admitted", () => {
    everybody((who, _, given) => {
      if (
        !given ||
        given === "agent" ||
        who.visibility !== "private" ||
        !permission(given).canSubscribe
      )
        return;
      const allowed =
        who.role === "guest" ? who.guestStatus === "admitted" : who.membership !== null;
      expect(allowed).toBe(true);
    });
  });

  test("that runs the room is for hosts only", () => {
    everybody((who, _, given) => {
      if (given && grants[given].roomAdmin) expect(who.role).toBe("host");
    });
  });
});
