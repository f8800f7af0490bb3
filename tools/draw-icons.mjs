import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { root } from "../scripts/launcher/paths.mjs";

// Draws the icons that cannot be SVG from public/icon.svg: run it after a change to that file.

const folder = join(root, "public");
const rounded = readFileSync(join(folder, "icon.svg"), "utf8");
/** Of its viewBox; librsvg draws a unit as a pixel at 72 dpi. */
const unitsWide = 32;
/** For systems that cut the icon into a shape of their own. The mark fits the circle they all keep. */
const square = rounded.replace(' rx="6"', "");

/**
 * @param {string} svg
 * @param {number} size
 */
function draw(svg, size) {
  return sharp(Buffer.from(svg), { density: (72 * size) / unitsWide })
    .resize(size, size)
    .png({ palette: true, compressionLevel: 9 })
    .toBuffer();
}

/**
 * An ICO file of PNG pictures: a header, a directory entry for each, then the pictures.
 * @param {number[]} sizes
 */
async function ico(sizes) {
  const pictures = await Promise.all(sizes.map((size) => draw(rounded, size)));
  const header = Buffer.from([0, 0, 1, 0, sizes.length, 0]);
  let offset = header.length + 16 * sizes.length;
  const entries = pictures.map(({ length }, index) => {
    const entry = Buffer.alloc(16);
    entry.set([sizes[index] ?? 0, sizes[index] ?? 0, 0, 0, 1, 0, 32, 0]);
    entry.writeUInt32LE(length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...pictures]);
}

const icons = {
  "favicon.ico": await ico([16, 32, 48]),
  "icon-192.png": await draw(rounded, 192),
  "icon-512.png": await draw(rounded, 512),
  "icon-maskable-512.png": await draw(square, 512),
  "apple-touch-icon.png": await draw(square, 180),
};
for (const [name, bytes] of Object.entries(icons)) writeFileSync(join(folder, name), bytes);
