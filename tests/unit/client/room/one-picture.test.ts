import { type Room, Track } from "livekit-client";
import { afterEach, expect, test, vi } from "vitest";
import { onePicture } from "@/lib/client/room/one-picture";

type Video = { source: Track.Source; isMuted: boolean };
type Somebody = { role?: string; canPublish?: boolean; sends?: Video[] };

const camera: Video = { source: Track.Source.Camera, isMuted: false };
const screen: Video = { source: Track.Source.ScreenShare, isMuted: false };

const listed = <T>(items: T[]) => new Map(items.map((item, index) => [`${index}`, item]));

const roomOf = (...people: Somebody[]) =>
  ({
    remoteParticipants: listed(
      people.map(({ role = "host", canPublish = true, sends = [] }) => ({
        attributes: { role },
        permissions: { hidden: false, canPublish },
        trackPublications: listed(sends),
        videoTrackPublications: listed(sends),
      })),
    ),
  }) as unknown as Room;

const remembers = (quality: string) =>
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => (key === "greenroom.player.quality" ? JSON.stringify(quality) : null),
  });

afterEach(() => {
  vi.unstubAllGlobals();
});

test("one face fills the player", () => {
  expect(onePicture(roomOf({ sends: [camera] }))).toBe(true);
});

test("who sends nothing from behind, or sits in the audience, takes no place", () => {
  const audience = { role: "viewer", canPublish: false };
  expect(onePicture(roomOf({}, { sends: [camera] }, audience))).toBe(true);
});

test("of several, none comes before the layout, even if only one has a camera on", () => {
  expect(onePicture(roomOf({ sends: [camera] }, { role: "guest", sends: [camera] }))).toBe(false);
  expect(onePicture(roomOf({ sends: [camera] }, { role: "guest" }))).toBe(false);
});

test("a screen stands beside a face, or beside its initials", () => {
  expect(onePicture(roomOf({ sends: [camera, screen] }))).toBe(false);
  expect(onePicture(roomOf({ sends: [screen] }))).toBe(false);
});

test("there is none to wait for", () => {
  expect(onePicture(roomOf())).toBe(false);
  expect(onePicture(roomOf({}))).toBe(false);
  expect(onePicture(roomOf({ sends: [{ ...camera, isMuted: true }] }))).toBe(false);
});

test("who chose sound alone at an earlier visit is shown none", () => {
  const room = roomOf({ sends: [camera] });
  remembers("none");
  expect(onePicture(room)).toBe(false);
  remembers("low");
  expect(onePicture(room)).toBe(true);
});
