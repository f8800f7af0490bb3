import { expect, test } from "vitest";
import { coverMaxBytes } from "@/lib/contracts/common/limits";
import { rgb, tokens, yuv } from "@/scripts/demo/colours.mjs";
import { coverOf, pixelsOf } from "@/scripts/demo/cover.mjs";
import { Picture } from "@/scripts/demo/picture.mjs";
import { cardHeight, cardWidth, clockText, sliderAt, TestCard } from "@/scripts/demo/test-card.mjs";
import { textMask } from "@/scripts/demo/text.mjs";

const noon = new Date(2026, 10, 21, 12, 0, 0).getTime();

/** Luma and chroma of one pixel. */
function pixel({ width, luma, u, v }: Picture, x: number, y: number) {
  const shared = Math.floor(y / 2) * (width / 2) + Math.floor(x / 2);
  return { y: luma[y * width + x], u: u[shared], v: v[shared] };
}

test("a box is filled in luma and chroma, and nothing outside it", () => {
  const picture = new Picture(8, 6);
  const red = { y: 81, u: 90, v: 240 };
  picture.fill({ x: 2, y: 2, width: 4, height: 2 }, red);
  const inside = (x: number, y: number) => x >= 2 && x < 6 && y >= 2 && y < 4;
  for (let y = 0; y < 6; y++) {
    for (let x = 0; x < 8; x++) {
      expect(pixel(picture, x, y)).toEqual(inside(x, y) ? red : { y: 0, u: 0, v: 0 });
    }
  }
  expect(picture.data).toHaveLength(8 * 6 * 1.5);
});

test("a stamp mixes ink and ground by the mask's coverage", () => {
  const picture = new Picture(4, 4);
  const cover = Uint8Array.from([255, 255, 0, 51]);
  const [ink, ground] = [
    { y: 200, u: 100, v: 160 },
    { y: 100, u: 120, v: 140 },
  ];
  picture.stamp({ width: 2, height: 2, cover }, { x: 2, y: 2 }, ink, ground);
  expect([...picture.luma.subarray(10, 12), ...picture.luma.subarray(14)]).toEqual([
    200, 200, 100, 120,
  ]);
  expect(pixel(picture, 2, 2)).toMatchObject({ u: 109, v: 151 });
});

test("letters are solid inside, soft at the edge, and of an even size", async () => {
  const { width, height, cover } = await textMask("Greenroom", 40);
  expect([width % 2, height % 2]).toEqual([0, 0]);
  expect(cover).toHaveLength(width * height);
  expect(cover).toContain(255);
  expect(cover).toContain(0);
  expect(cover.some((covered) => covered > 0 && covered < 255)).toBe(true);
});

test("digits have one width: the clock does not jump", async () => {
  const masks = await Promise.all([..."0123456789"].map((digit) => textMask(digit, 64)));
  expect(new Set(masks.map(({ width }) => width)).size).toBe(1);
  expect(new Set(masks.map(({ cover }) => Buffer.from(cover).toString("base64"))).size).toBe(10);
});

test("all texts have one height and share a baseline", async () => {
  const heights = await Promise.all(["1", ":", "g", "Card"].map((text) => textMask(text, 64)));
  expect(new Set(heights.map(({ height }) => height)).size).toBe(1);
});

test("the slider passes the middle at each full second, and turns half a second later", () => {
  const middle = (cardWidth - 48) / 2;
  for (const second of [0, 1, 2, 59]) expect(sliderAt(noon + second * 1_000)).toBe(middle);
  const turns = [sliderAt(noon + 500), sliderAt(noon + 1_500)].sort((a, b) => a - b);
  expect(turns).toEqual([64, cardWidth - 64 - 48]);
  for (let ms = 0; ms < 2_000; ms += 40) expect(sliderAt(noon + ms) % 2).toBe(0);
});

test("the clock shows the time of day", () => {
  expect(clockText(noon)).toBe("12:00:00");
  expect(clockText(noon + 3_661_000)).toBe("13:01:01");
});

test("what is drawn step by step equals a new card at the same moment", async () => {
  const card = await TestCard.make();
  for (let ms = 0; ms < 11_000; ms += 360) card.show(noon - 5_000 + ms);
  const fresh = (await TestCard.make()).show(noon + 86_123);
  expect(Buffer.compare(card.show(noon + 86_123).data, fresh.data)).toBe(0);
});

test("it has the declared size, bright bars on top, and a lamp that lights with the beep", async () => {
  const card = await TestCard.make();
  const [middle, lampTop] = [cardWidth / 2, 634];
  const dark = { ...pixel(card.show(noon + 500), middle, lampTop) };
  expect(pixel(card.show(noon), middle, lampTop)).toEqual(yuv(tokens.wait));
  expect(dark).toEqual(yuv(tokens.edge));
  expect(pixel(card.picture, 0, 0)).toEqual(yuv(tokens.ink));
  expect(pixel(card.picture, 160, 0)).toEqual(yuv(tokens.wait));
  expect([card.picture.width, card.picture.height]).toEqual([cardWidth, cardHeight]);
});

test("its cover is the same picture, as a PNG small enough to upload", async () => {
  const picture = (await TestCard.make()).show(noon);
  const pixels = pixelsOf(picture);
  expect([...pixels.subarray(0, 3)]).toEqual(rgb(yuv(tokens.ink)));
  expect([...pixels.subarray(3 * 160, 3 * 161)]).toEqual(rgb(yuv(tokens.wait)));
  const cover = await coverOf(picture);
  expect(Buffer.from(cover).toString("latin1", 1, 4)).toBe("PNG");
  expect(cover.length).toBeLessThan(coverMaxBytes);
});
