import { rgb } from "./colours.mjs";

/**
 * @param {import("./picture.mjs").Picture} picture
 * @returns {Uint8Array} red, green and blue of each pixel
 */
export function pixelsOf({ width, height, luma, u, v }) {
  const pixels = new Uint8Array(3 * width * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const at = row * width + column;
      const shared = ((row >> 1) * width) / 2 + (column >> 1);
      pixels.set(rgb({ y: luma[at] ?? 0, u: u[shared] ?? 0, v: v[shared] ?? 0 }), 3 * at);
    }
  }
  return pixels;
}

/**
 * The card as a file, for lists of shows.
 * @param {import("./picture.mjs").Picture} picture
 * @returns {Promise<Uint8Array>} a PNG
 */
export async function coverOf(picture) {
  const { default: sharp } = await import("sharp");
  const raw = { width: picture.width, height: picture.height, channels: /** @type {3} */ (3) };
  return sharp(pixelsOf(picture), { raw }).png().toBuffer();
}
