import { describe, expect, it } from "vitest";
import {
  arrangeStage,
  type Box,
  canvas,
  faceFit,
  fitted,
  logoPlace,
  type Place,
  type Tile,
} from "@/lib/client/stage/stage-layout";
import { layouts, type StageLayout } from "@/lib/contracts/common/scenes";

const boxes: Record<string, Box> = {
  "the programme": canvas,
  "a phone held upright": { width: 800, height: 1600 },
  "a tablet held upright": { width: 800, height: 1067 },
};

const inside = (box: Box) => (place: Place) =>
  place.x >= -0.01 &&
  place.y >= -0.01 &&
  place.x + place.width <= box.width + 0.01 &&
  place.y + place.height <= box.height + 0.01;
const overlap = (a: Place, b: Place) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const area = ({ width, height }: Box) => width * height;

const counts = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const faces = (count: number): Tile[] =>
  Array.from({ length: count }, (_, index) => ({ kind: "face", identity: `g_${index}` }));
const withScreen = (count: number): Tile[] => [
  { kind: "screen", identity: "g_0" },
  ...faces(count),
];
const arrange = (box: Box, tiles: Tile[], layout: StageLayout, spotlight: string | null = null) =>
  arrangeStage(box, tiles, { layout, spotlight });
const largest = (places: Place[]) => {
  const areas = places.map(area);
  return areas.indexOf(Math.max(...areas));
};

describe.each(Object.entries(boxes))("in the box of %s", (_, box) => {
  it.each(layouts)(
    "%s: one to nine tiles, with and without a screen, fit without hiding each other",
    (layout) => {
      for (const tiles of counts.flatMap((count) => [faces(count), withScreen(count)])) {
        const places = arrange(box, tiles, layout, "g_2");
        expect(places).toHaveLength(tiles.length);
        expect(places.every(inside(box))).toBe(true);
        for (const [index, place] of places.entries()) {
          const beside = places.slice(index + 1).filter(({ over }) => over === place.over);
          expect(beside.some((other) => overlap(place, other))).toBe(false);
          expect(area(place)).toBeGreaterThan(0);
        }
      }
    },
  );

  it.each(["auto", "grid", "screen"] as const)(
    "%s without a screen: faces have one size and use at least half of the box",
    (layout) => {
      for (const count of counts.slice(1)) {
        const places = arrange(box, faces(count), layout);
        expect(new Set(places.map(area)).size).toBe(1);
        expect(places.reduce((sum, place) => sum + area(place), 0)).toBeGreaterThan(area(box) / 2);
      }
    },
  );

  it("grid: a screen is a tile like the others", () => {
    expect(new Set(arrange(box, withScreen(4), "grid").map(area)).size).toBe(1);
  });

  it("side by side: at most two in a row", () => {
    for (const count of counts) {
      const rows = arrange(box, faces(count), "side-by-side").map(({ y }) => y);
      for (const row of rows) expect(rows.filter((y) => y === row).length).toBeLessThan(3);
    }
  });

  it.each(["auto", "screen"] as const)("%s: a screen takes more than half of the box", (layout) => {
    for (const count of [1, 2, 4, 6, 9]) {
      const [screen] = arrange(box, withScreen(count), layout);
      expect(area(screen ?? { width: 0, height: 0 })).toBeGreaterThan(area(box) / 2);
    }
  });

  it("picture in picture: one tile fills the box, the others lie over its lower edge", () => {
    for (const count of [1, 2, 5, 9]) {
      const [screen, ...others] = arrange(box, withScreen(count), "picture-in-picture");
      expect(screen).toEqual({ x: 0, y: 0, ...box });
      expect(others.every(({ over, y }) => over && y > box.height / 2)).toBe(true);
      expect(others.reduce((sum, each) => sum + area(each), 0)).toBeLessThan(area(box) / 4);
    }
  });

  it("spotlight: the person in it is largest, wherever they are, and takes half of the box", () => {
    for (const count of counts.slice(2)) {
      const places = arrange(box, faces(count), "spotlight", "g_2");
      expect(largest(places)).toBe(2);
      expect(area(places[2] ?? { width: 0, height: 0 })).toBeGreaterThan(area(box) / 2);
    }
  });
});

it("spotlight: on nobody, or on someone who left, it falls to the first face", () => {
  for (const gone of [null, "g_gone"]) {
    expect(largest(arrange(canvas, faces(4), "spotlight", gone))).toBe(0);
    expect(largest(arrange(canvas, withScreen(4), "spotlight", gone))).toBe(1);
  }
});

it("screen: faces are beside it, and below it only in a portrait box", () => {
  const [screen, ...others] = arrange(canvas, withScreen(3), "screen");
  expect(others.every(({ x }) => x > (screen?.width ?? 0))).toBe(true);
  const [upright, ...under] = arrange({ width: 360, height: 640 }, withScreen(3), "screen");
  expect(under.every(({ y }) => y > (upright?.height ?? 0))).toBe(true);
});

it("one person fills the box in every layout; an empty stage has no tiles", () => {
  for (const layout of layouts) {
    expect(arrange({ width: 800, height: 450 }, faces(1), layout)).toEqual([
      { x: 0, y: 0, width: 800, height: 450 },
    ]);
    expect(arrange({ width: 800, height: 450 }, [], layout)).toEqual([]);
  }
});

it("fills a tile with a face, but shows a portrait phone whole in a wide tile", () => {
  const tile = { width: 640, height: 360 };
  expect(faceFit(tile, null)).toBe("cover");
  expect(faceFit(tile, { width: 1280, height: 960 })).toBe("cover");
  expect(faceFit(tile, { width: 720, height: 1280 })).toBe("contain");
  expect(faceFit({ width: 300, height: 400 }, { width: 1280, height: 720 })).toBe("cover");
});

it("draws a picture as its tile shows it: filled, or whole between bars", () => {
  const tile = { x: 10, y: 20, width: 160, height: 90 };
  const square = { width: 400, height: 400 };
  expect(fitted(tile, square, true)).toEqual({
    from: { x: 0, y: 87.5, width: 400, height: 225 },
    to: tile,
  });
  expect(fitted(tile, square, false)).toEqual({
    from: { x: 0, y: 0, width: 400, height: 400 },
    to: { x: 45, y: 20, width: 90, height: 90 },
  });
  expect(fitted(tile, square, false, { x: 0, y: 0 }).to).toEqual({
    ...{ x: 10, y: 20 },
    ...{ width: 90, height: 90 },
  });
});

describe("the logo", () => {
  const faces = (count: number): Tile[] =>
    Array.from({ length: count }, (_, index) => ({ kind: "face", identity: `${index}` }));
  const look = { layout: "grid" as const, spotlight: null };

  it("has its full size without tiles, and on large ones", () => {
    const full = { x: 40, y: 36, width: 220, height: 90 };
    for (const count of [0, 1, 2]) {
      expect(logoPlace(arrangeStage(canvas, faces(count), look))).toEqual(full);
    }
  });

  it("leaves the middle of every face free, however many there are", () => {
    for (const count of [1, 2, 4, 9, 16, 25]) {
      const tiles = arrangeStage(canvas, faces(count), look);
      const logo = logoPlace(tiles);
      for (const { x, y, width, height } of tiles) {
        const [middle, top] = [x + width / 2, y + height / 4];
        expect(logo.x + logo.width < middle || logo.y + logo.height < top).toBe(true);
      }
    }
  });
});
