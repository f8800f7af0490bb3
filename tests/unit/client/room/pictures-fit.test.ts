import { type Room, Track } from "livekit-client";
import { afterEach, expect, test, vi } from "vitest";
import { picturesFit } from "@/lib/client/room/pictures-fit";

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
  expect(picturesFit(roomOf({ sends: [camera] }), 1)).toBe(true);
});

test("a card in place of the stage: no picture appears before it", () => {
  const metadata = JSON.stringify({ look: { scene: "break" } });
  const room = Object.assign(roomOf({ sends: [camera] }), { metadata });
  expect(picturesFit(room, 1)).toBe(false);
});

test("people who send nothing from backstage, count down, or sit in the audience, take no place", () => {
  const audience = { role: "viewer", canPublish: false };
  const countingDown = { role: "guest" };
  expect(picturesFit(roomOf({}, { sends: [camera] }, audience, countingDown), 1)).toBe(true);
});

test("with several people, no picture appears before the layout, even if only one has a camera on", () => {
  expect(picturesFit(roomOf({ sends: [camera] }, { role: "guest", sends: [camera] }), 1)).toBe(
    false,
  );
  const off = { ...camera, isMuted: true };
  expect(picturesFit(roomOf({ sends: [camera] }, { role: "guest", sends: [off] }), 1)).toBe(false);
});

test("two faces fill two rectangles, and neither fills one of three", () => {
  const two = roomOf({ sends: [camera] }, { role: "guest", sends: [camera] });
  expect(picturesFit(two, 2)).toBe(true);
  expect(picturesFit(two, 3)).toBe(false);
  expect(picturesFit(roomOf({ sends: [camera] }, { sends: [camera, screen] }), 2)).toBe(false);
});

test("a screen is beside a face, or beside its initials", () => {
  expect(picturesFit(roomOf({ sends: [camera, screen] }), 1)).toBe(false);
  expect(picturesFit(roomOf({ sends: [screen] }), 1)).toBe(false);
});

test("there is no picture to wait for", () => {
  expect(picturesFit(roomOf(), 1)).toBe(false);
  expect(picturesFit(roomOf({}), 1)).toBe(false);
  expect(picturesFit(roomOf({ sends: [{ ...camera, isMuted: true }] }), 1)).toBe(false);
});

test("a viewer who chose audio only at an earlier visit sees none", () => {
  const room = roomOf({ sends: [camera] });
  remembers("none");
  expect(picturesFit(room, 1)).toBe(false);
  remembers("low");
  expect(picturesFit(room, 1)).toBe(true);
});
