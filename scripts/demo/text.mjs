import { fileURLToPath } from "node:url";

/** @typedef {import("./picture.mjs").Mask} Mask */

const fontfile = fileURLToPath(
  new URL(
    "../../node_modules/@expo-google-fonts/hanken-grotesk/600SemiBold/HankenGrotesk_600SemiBold.ttf",
    import.meta.url,
  ),
);

/** Invisible, on both sides of a text: sharp crops to the drawn pixels, and these keep the line's height. */
const strut = '<span alpha="1">|</span>';

/**
 * Draws a text in the app's font, with digits of one width.
 * @param {string} text
 * @param {number} size of the font, in pixels
 * @returns {Promise<Mask>} with even width and height
 */
export async function textMask(text, size) {
  // Loaded here, because the demo first installs what is missing.
  const { default: sharp } = await import("sharp");
  const draw = (/** @type {string} */ between) =>
    sharp({
      text: {
        font: `Hanken Grotesk SemiBold ${size}`,
        fontfile,
        dpi: 72,
        rgba: true,
        text: `<span font_features="tnum=1">${strut}${between}${strut}</span>`,
      },
    })
      .extractChannel("alpha")
      .raw()
      .toBuffer({ resolveWithObject: true });
  const [{ data, info }, struts] = await Promise.all([draw(text), draw("")]);
  const width = info.width - struts.info.width;
  const area = { left: Math.floor(struts.info.width / 2), top: 0, width, height: info.height };
  const cropped = await sharp(data, { raw: info })
    .extract(area)
    .extend({ right: width % 2, bottom: info.height % 2, background: "black" })
    .toColourspace("b-w")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: cropped.info.width, height: cropped.info.height, cover: cropped.data };
}
