/**
 * A colour of the product as in app/globals.css: lightness, chroma, hue in degrees (OKLCH).
 * @typedef {readonly [number, number, number]} Oklch
 */

/**
 * A colour as the encoder needs it: luma and the two chroma differences, 16–235 and 16–240.
 * @typedef {{ y: number, u: number, v: number }} Yuv
 */

/** The dark theme's tokens that the card is painted with, by name. */
export const tokens = {
  canvas: /** @type {Oklch} */ ([0.168, 0.004, 75]),
  "fill-strong": /** @type {Oklch} */ ([0.325, 0.007, 75]),
  edge: /** @type {Oklch} */ ([0.565, 0.01, 80]),
  "ink-faint": /** @type {Oklch} */ ([0.69, 0.009, 85]),
  "ink-soft": /** @type {Oklch} */ ([0.78, 0.008, 85]),
  ink: /** @type {Oklch} */ ([0.93, 0.006, 85]),
  go: /** @type {Oklch} */ ([0.74, 0.15, 152]),
  tally: /** @type {Oklch} */ ([0.565, 0.21, 27]),
  wait: /** @type {Oklch} */ ([0.82, 0.145, 82]),
};

/**
 * @param {Oklch} colour
 * @returns {[number, number, number]} red, green and blue of sRGB, 0–1 (Ottosson, "OKLab")
 */
export function srgb([lightness, chroma, hue]) {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    encoded(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** @param {number} linear light, which may be slightly outside the range of sRGB */
function encoded(linear) {
  const light = Math.min(1, Math.max(0, linear));
  return light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
}

/**
 * ITU-R BT.601 with its limited range, which decoders assume unless a stream names another.
 * @param {Oklch} colour
 * @returns {Yuv}
 */
export function yuv(colour) {
  const [r, g, b] = srgb(colour);
  return {
    y: Math.round(16 + 65.481 * r + 128.553 * g + 24.966 * b),
    u: Math.round(128 - 37.797 * r - 74.203 * g + 112 * b),
    v: Math.round(128 + 112 * r - 93.786 * g - 18.214 * b),
  };
}

/**
 * The inverse of `yuv`.
 * @param {Yuv} colour
 * @returns {[number, number, number]} bytes of sRGB
 */
export function rgb({ y, u, v }) {
  const light = 1.164384 * (y - 16);
  const byte = (/** @type {number} */ part) => Math.min(255, Math.max(0, Math.round(part)));
  return [
    byte(light + 1.596027 * (v - 128)),
    byte(light - 0.391762 * (u - 128) - 0.812968 * (v - 128)),
    byte(light + 2.017232 * (u - 128)),
  ];
}
