import { describe, expect, it } from "vitest";
import { arrangeStage, type Box, faceFit, type Place } from "@/lib/client/stage-layout";

const boxes: Record<string, Box> = {
  "a phone, upright": { width: 390, height: 219 },
  "a phone's studio": { width: 360, height: 480 },
  "a phone, lying": { width: 844, height: 390 },
  "a desktop": { width: 920, height: 620 },
  "an ultrawide": { width: 3000, height: 1100 },
};

const inside = (box: Box) => (place: Place) =>
  place.x >= -0.01 &&
  place.y >= -0.01 &&
  place.x + place.width <= box.width + 0.01 &&
  place.y + place.height <= box.height + 0.01;
const overlap = (a: Place, b: Place) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const area = ({ width, height }: Box) => width * height;

describe.each(Object.entries(boxes))("in the box of %s", (_, box) => {
  it.each([1, 2, 3, 4, 5, 6])("%i tiles stay inside and apart", (tiles) => {
    for (const screenFirst of [false, true]) {
      const places = arrangeStage(box, tiles, screenFirst);
      expect(places).toHaveLength(tiles);
      expect(places.every(inside(box))).toBe(true);
      for (const [index, place] of places.entries()) {
        expect(places.slice(index + 1).some((other) => overlap(place, other))).toBe(false);
        expect(area(place)).toBeGreaterThan(0);
      }
    }
  });

  it("faces are of one size and use at least half of the box", () => {
    for (const tiles of [2, 3, 4, 5, 6]) {
      const places = arrangeStage(box, tiles, false);
      expect(new Set(places.map(area)).size).toBe(1);
      expect(places.reduce((sum, place) => sum + area(place), 0)).toBeGreaterThan(area(box) / 2);
    }
  });

  it("a screen takes more than half of the box", () => {
    for (const tiles of [1, 2, 4, 6]) {
      const [screen] = arrangeStage(box, tiles, true);
      expect(area(screen ?? { width: 0, height: 0 })).toBeGreaterThan(area(box) / 2);
    }
  });
});

it("one fills the box; nobody takes nothing", () => {
  expect(arrangeStage({ width: 800, height: 450 }, 1, false)).toEqual([
    { x: 0, y: 0, width: 800, height: 450 },
  ]);
  expect(arrangeStage({ width: 800, height: 450 }, 0, false)).toEqual([]);
});

it("fills a tile with a face, but shows an upright phone whole in a wide one", () => {
  const tile = { width: 640, height: 360 };
  expect(faceFit(tile, null)).toBe("cover");
  expect(faceFit(tile, { width: 1280, height: 960 })).toBe("cover");
  expect(faceFit(tile, { width: 720, height: 1280 })).toBe("contain");
  expect(faceFit({ width: 300, height: 400 }, { width: 1280, height: 720 })).toBe("cover");
});
