import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { rgb, srgb, tokens, yuv } from "@/scripts/demo/colours.mjs";

test("the card uses the colours of the dark theme", () => {
  const css = readFileSync(new URL("../../../app/globals.css", import.meta.url), "utf8");
  const dark = css.slice(css.indexOf("@variant dark-tokens"));
  for (const [name, [lightness, chroma, hue]] of Object.entries(tokens)) {
    expect(dark).toContain(`--${name}: oklch(${lightness} ${chroma} ${hue});`);
  }
});

test("white, black and a known red have their usual values", () => {
  expect(srgb([1, 0, 0]).map((part) => Math.round(255 * part))).toEqual([255, 255, 255]);
  expect(srgb([0, 0, 0])).toEqual([0, 0, 0]);
  expect(srgb([0.62796, 0.25768, 29.2339]).map((part) => Math.round(255 * part))).toEqual([
    255, 0, 0,
  ]);
});

test("the encoder's values stay within their range", () => {
  expect(yuv([1, 0, 0])).toEqual({ y: 235, u: 128, v: 128 });
  expect(yuv([0, 0, 0])).toEqual({ y: 16, u: 128, v: 128 });
  expect(yuv([0.62796, 0.25768, 29.2339])).toEqual({ y: 81, u: 90, v: 240 });
});

test("and convert back to the same colour", () => {
  for (const token of Object.values(tokens)) {
    const back = rgb(yuv(token));
    for (const [index, part] of srgb(token).entries()) {
      expect(Math.abs((back[index] ?? 0) - 255 * part)).toBeLessThanOrEqual(3);
    }
  }
});
