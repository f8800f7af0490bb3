/** @typedef {import("./colours.mjs").Yuv} Yuv */

/**
 * How much of each pixel a drawing covers (0–255), row by row.
 * @typedef {{ width: number, height: number, cover: Uint8Array }} Mask
 */

/** @typedef {{ x: number, y: number, width: number, height: number }} Box */

/**
 * A picture in the encoder's format (I420): one byte of luma per pixel, and a quarter as many for each
 * chroma. Boxes and masks start on even pixels, since four pixels share their colour.
 */
export class Picture {
  /**
   * @param {number} width even
   * @param {number} height even
   */
  constructor(width, height) {
    this.width = width;
    this.height = height;
    const pixels = width * height;
    this.data = new Uint8Array(pixels + pixels / 2);
    this.luma = this.data.subarray(0, pixels);
    this.u = this.data.subarray(pixels, pixels + pixels / 4);
    this.v = this.data.subarray(pixels + pixels / 4);
  }

  /**
   * @param {Box} box
   * @param {Yuv} colour
   */
  fill({ x, y, width, height }, colour) {
    for (let row = y; row < y + height; row++) {
      const start = row * this.width + x;
      this.luma.fill(colour.y, start, start + width);
    }
    const half = this.width / 2;
    for (let row = y / 2; row < (y + height) / 2; row++) {
      const start = row * half + x / 2;
      this.u.fill(colour.u, start, start + width / 2);
      this.v.fill(colour.v, start, start + width / 2);
    }
  }

  /**
   * Paints a mask in one plain colour: pixels it does not cover become `ground`.
   * @param {Mask} mask of even width and height
   * @param {{ x: number, y: number }} at its upper left corner
   * @param {Yuv} ink
   * @param {Yuv} ground
   */
  stamp({ width, height, cover }, at, ink, ground) {
    const mixed = (
      /** @type {number} */ from,
      /** @type {number} */ to,
      /** @type {number} */ by,
    ) => Math.round(from + ((to - from) * by) / 255);
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        const by = cover[row * width + column] ?? 0;
        this.luma[(at.y + row) * this.width + at.x + column] = mixed(ground.y, ink.y, by);
      }
    }
    for (let row = 0; row < height; row += 2) {
      for (let column = 0; column < width; column += 2) {
        const first = row * width + column;
        const four = [first, first + 1, first + width, first + width + 1];
        const by = four.reduce((sum, each) => sum + (cover[each] ?? 0), 0) / 4;
        const where = (((at.y + row) / 2) * this.width) / 2 + (at.x + column) / 2;
        this.u[where] = mixed(ground.u, ink.u, by);
        this.v[where] = mixed(ground.v, ink.v, by);
      }
    }
  }
}
