import { describe, expect, test } from "vitest";
import type { Seat } from "@/lib/grants/grants";
import type { RoomKind } from "@/lib/livekit/rooms";
import { isRefusal, type Refusal, type Standing, seatOf } from "@/lib/participants/entry";

const someone = {
  hidden: false,
  removed: false,
  banned: false,
  signedOut: false,
  revokedBefore: null,
  featured: false,
  sources: null,
  guestStatus: null,
  place: null,
  streaming: false,
  linked: false,
  membership: null,
  livestreamStatus: "live",
  visibility: "public",
} as const;
const host: Standing = { ...someone, role: "host", membership: "creator" };
const viewer: Standing = { ...someone, role: "viewer", hidden: true };
const agent: Standing = { ...someone, role: "agent" };
const guest: Standing = { ...someone, role: "guest", hidden: true, guestStatus: "waiting" };

const encoder: Standing = {
  ...someone,
  role: "encoder",
  membership: "creator",
  streaming: true,
};

/** A page that shows the programme. */
const page: Standing = {
  ...someone,
  role: "programme",
  hidden: true,
  membership: "host",
  linked: true,
};

type Row = [string, Standing, Seat | Refusal];
function says(title: string, room: RoomKind, rows: Row[]): void {
  describe(title, () => {
    for (const [who, standing, answer] of rows) {
      test(`${who}: ${answer}`, () => expect(seatOf(standing, room)).toBe(answer));
    }
  });
}

says("on the stage of a public show", "stage", [
  ["the creator", host, "host"],
  ["a co-host", { ...host, membership: "host" }, "host"],
  ["a co-host who was made viewer", { ...host, membership: "viewer" }, "not-a-host"],
  ["a dismissed co-host", { ...host, membership: null }, "not-a-host"],
  ["a host before the show, hidden", { ...host, livestreamStatus: "scheduled" }, "hostBeforeShow"],
  ["a hidden viewer", viewer, "hiddenViewer"],
  ["a visible viewer", { ...viewer, hidden: false }, "visibleViewer"],
  ["a featured viewer", { ...viewer, hidden: false, featured: true }, "viewerOnStage"],
  ["a featured viewer, hidden", { ...viewer, featured: true }, "hiddenViewer"],
  [
    "a featured viewer before the show",
    { ...viewer, hidden: false, featured: true, livestreamStatus: "scheduled" },
    "show-not-live",
  ],
  ["an encoder", encoder, "encoder"],
  [
    "an encoder before the show",
    { ...encoder, livestreamStatus: "scheduled" },
    "encoderBeforeShow",
  ],
  ["an encoder whose session has ended", { ...encoder, streaming: false }, "removed"],
  ["an encoder whose host was dismissed", { ...encoder, membership: "viewer" }, "not-a-host"],
  ["a programme page", page, "hiddenViewer"],
  [
    "a programme page before the show",
    { ...page, livestreamStatus: "scheduled" },
    "viewerBeforeShow",
  ],
  ["a programme page whose link was replaced", { ...page, linked: false }, "removed"],
  ["a programme page whose host was dismissed", { ...page, membership: null }, "not-a-host"],
  ["an agent", agent, "agent"],
  ["an agent before the show", { ...agent, livestreamStatus: "scheduled" }, "agent"],
  [
    "a viewer waiting for the show",
    { ...viewer, livestreamStatus: "scheduled" },
    "viewerBeforeShow",
  ],
  [
    "a visible viewer before the show",
    { ...viewer, hidden: false, livestreamStatus: "scheduled" },
    "show-not-live",
  ],
  ["a waiting guest", guest, "guestWaiting"],
  [
    "a waiting guest before the show",
    { ...guest, livestreamStatus: "scheduled" },
    "guestBeforeShow",
  ],
  ["an admitted guest", { ...guest, guestStatus: "admitted", place: "stage" }, "guestOnStage"],
  [
    "an admitted guest backstage",
    { ...guest, guestStatus: "admitted", place: "backstage" },
    "guestBackstage",
  ],
  [
    "an admitted guest before the show, hidden",
    { ...guest, guestStatus: "admitted", place: "stage", livestreamStatus: "scheduled" },
    "guestBackstage",
  ],
  ["a denied guest", { ...guest, guestStatus: "denied" }, "guest-not-admitted"],
  ["a guest who left", { ...guest, guestStatus: "left" }, "guest-not-admitted"],
  ["a guest whose invite was revoked", { ...guest, guestStatus: "expired" }, "guest-not-admitted"],
  ["a guest with no row", { ...guest, guestStatus: null }, "guest-not-admitted"],
]);

says("on the stage of a private show", "stage", [
  ["the creator", { ...host, visibility: "private" }, "host"],
  ["an allowed viewer", { ...viewer, visibility: "private", membership: "viewer" }, "hiddenViewer"],
  [
    "a co-host who watches",
    { ...viewer, visibility: "private", membership: "host" },
    "hiddenViewer",
  ],
  ["a viewer who is not allowed", { ...viewer, visibility: "private" }, "not-a-viewer"],
  ["a programme page", { ...page, visibility: "private" }, "hiddenViewer"],
  [
    "a viewer who is not allowed, before the show",
    { ...viewer, visibility: "private", livestreamStatus: "scheduled" },
    "not-a-viewer",
  ],
  [
    "a featured viewer who is no longer allowed",
    { ...viewer, hidden: false, featured: true, visibility: "private" },
    "not-a-viewer",
  ],
  ["a waiting guest", { ...guest, visibility: "private" }, "guest-not-admitted"],
  [
    "an admitted guest",
    { ...guest, visibility: "private", guestStatus: "admitted" },
    "guestOnStage",
  ],
]);

says("in the lobby", "lobby", [
  ["a waiting guest of a private show", { ...guest, visibility: "private" }, "guestInLobby"],
  [
    "an admitted guest, who fetches the stage token there",
    { ...guest, visibility: "private", guestStatus: "admitted" },
    "guestInLobby",
  ],
  [
    "a denied guest",
    { ...guest, visibility: "private", guestStatus: "denied" },
    "guest-not-admitted",
  ],
  ["a guest of a public show, which has none", guest, "guest-not-admitted"],
  ["a host", { ...host, visibility: "private" }, "wrong-room"],
  ["a viewer", { ...viewer, visibility: "private", membership: "viewer" }, "wrong-room"],
  ["an agent", { ...agent, visibility: "private" }, "wrong-room"],
  ["an encoder", { ...encoder, visibility: "private" }, "wrong-room"],
]);

says("in the backstage room", "backstage", [
  ["a host", host, "inBackstage"],
  [
    "a co-host before the show",
    { ...host, membership: "host", livestreamStatus: "scheduled" },
    "inBackstage",
  ],
  ["a dismissed co-host", { ...host, membership: null }, "not-a-host"],
  [
    "an admitted guest backstage",
    { ...guest, guestStatus: "admitted", place: "backstage" },
    "inBackstage",
  ],
  [
    "an admitted guest on stage, who may be moved back",
    { ...guest, guestStatus: "admitted", place: "stage" },
    "inBackstage",
  ],
  [
    "an admitted guest before the show",
    { ...guest, guestStatus: "admitted", livestreamStatus: "scheduled" },
    "inBackstage",
  ],
  ["a waiting guest", guest, "guest-not-admitted"],
  [
    "a guest in the lobby of a private show",
    { ...guest, visibility: "private" },
    "guest-not-admitted",
  ],
  ["a removed guest", { ...guest, guestStatus: "removed" }, "guest-not-admitted"],
  ["a viewer", viewer, "not-a-host"],
  ["a viewer on stage", { ...viewer, hidden: false, featured: true }, "not-a-host"],
  ["a co-host who watches", { ...viewer, membership: "host" }, "not-a-host"],
  ["an encoder", encoder, "not-a-host"],
  ["an agent", agent, "not-a-host"],
]);

says("in a connection check", "check", [
  ["a host", host, "connectionCheck"],
  ["a dismissed co-host", { ...host, membership: null }, "not-a-host"],
  ["an admitted guest", { ...guest, guestStatus: "admitted" }, "not-a-host"],
  ["an encoder", encoder, "not-a-host"],
]);

for (const [who, standing] of Object.entries({ host, viewer, guest, agent, encoder })) {
  for (const room of ["stage", "lobby", "backstage", "check"] as const) {
    test(`${who}, ${room}: ended, banned, removed and signed out take precedence`, () => {
      const signedOut = { ...standing, signedOut: true };
      expect(seatOf(signedOut, room)).toBe("signed-out");
      const out = { ...signedOut, removed: true };
      expect(seatOf(out, room)).toBe("removed");
      expect(seatOf({ ...out, banned: true }, room)).toBe("banned");
      expect(seatOf({ ...out, banned: true, livestreamStatus: "ended" }, room)).toBe("show-ended");
    });
  }
}

test("a refusal can be told from a seat", () => {
  const seats: Seat[] = [
    "host",
    "hostBeforeShow",
    "inBackstage",
    "connectionCheck",
    "guestOnStage",
    "guestWaiting",
    "guestBeforeShow",
    "guestInLobby",
    "hiddenViewer",
    "viewerBeforeShow",
    "visibleViewer",
    "viewerOnStage",
    "encoder",
    "encoderBeforeShow",
    "agent",
  ];
  const refusals: Refusal[] = [
    "show-ended",
    "show-not-live",
    "removed",
    "banned",
    "signed-out",
    "not-a-host",
    "not-a-viewer",
    "guest-not-admitted",
    "wrong-room",
  ];
  expect(seats.filter(isRefusal)).toEqual([]);
  expect(refusals.filter((each) => !isRefusal(each))).toEqual([]);
});
