import "server-only";
import sharp from "sharp";
import { fieldError } from "@/lib/field-errors";
import { invalidBody } from "@/lib/problem";

/**
 * The first bytes of the accepted formats. Whatever else a file claims to be, it starts like this.
 */
const beginnings = [
  (bytes: Buffer) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  (bytes: Buffer) => bytes.subarray(0, 8).equals(Buffer.from("\x89PNG\r\n\x1a\n", "latin1")),
  (bytes: Buffer) =>
    bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 12) === "WEBP",
];

const noPicture = () => invalidBody(fieldError("picture", "must be a JPEG, PNG or WebP image"));

const tooLarge = (pixelsMax: number) => {
  const megapixels = pixelsMax / 1_000_000;
  const message = `must have at most ${megapixels} megapixels`;
  return invalidBody(fieldError("pixels", message, { megapixels }), "image");
};

/** Far more than the slowest allowed picture takes. */
const secondsMax = 5;

type Bounds = {
  width: number;
  height: number;
  pixelsMax: number;
  /** Crops what does not fit; otherwise the whole picture is kept. */
  square?: boolean;
  /** Keeps transparency, as a WebP. */
  transparent?: boolean;
  /** Refuses a picture without transparent parts. */
  seeThrough?: boolean;
};

const opaque = () => invalidBody(fieldError("opaque", "must have transparent parts"));

/**
 * Redraws a picture as a JPEG or WebP of at most this size. Only visible content survives: no location, no
 * second file hidden in the first. Its size is checked in the header before anything is decoded; of
 * an animation, the first frame is used.
 */
export async function redraw(
  bytes: Uint8Array,
  { width, height, pixelsMax, square = false, transparent = false, seeThrough = false }: Bounds,
): Promise<Buffer> {
  const given = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!beginnings.some((fits) => fits(given))) throw noPicture();
  const header = await sharp(given)
    .metadata()
    .catch(() => null);
  if (!header) throw noPicture();
  if (header.width * header.height > pixelsMax) throw tooLarge(pixelsMax);
  const redrawn = await draw(given, { width, height, pixelsMax, square, transparent });
  if (seeThrough && (await sharp(redrawn).stats()).isOpaque) throw opaque();
  return redrawn;
}

async function draw(
  given: Buffer,
  { width, height, pixelsMax, square, transparent }: Omit<Bounds, "seeThrough">,
): Promise<Buffer> {
  try {
    const drawn = sharp(given, { limitInputPixels: pixelsMax, failOn: "error" })
      .timeout({ seconds: secondsMax })
      .autoOrient()
      .resize({ width, height, fit: square ? "cover" : "inside", withoutEnlargement: true });
    if (transparent) return await drawn.webp({ quality: 90 }).toBuffer();
    return await drawn.flatten({ background: "#141311" }).jpeg({ quality: 80 }).toBuffer();
  } catch {
    throw noPicture();
  }
}
