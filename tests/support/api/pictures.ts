import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";

type Wish = { width?: number; height?: number; colour?: string; format?: "jpeg" | "png" | "webp" };

/** A picture of a single colour. */
export async function aPicture({
  width = 320,
  height = 180,
  colour = "#356b4a",
  format = "jpeg",
}: Wish = {}): Promise<Uint8Array<ArrayBuffer>> {
  const drawn = sharp({ create: { width, height, channels: 3, background: colour } });
  return new Uint8Array(await drawn.toFormat(format).toBuffer());
}

/** A picture whose left half is this colour and whose right half is transparent. */
export async function aSeeThroughPicture({
  width = 320,
  height = 180,
  colour = "#c8102e",
  format = "png",
}: Omit<Wish, "format"> & { format?: "png" | "webp" } = {}): Promise<Uint8Array<ArrayBuffer>> {
  const half = { width: width / 2, height, channels: 4, background: colour } as const;
  const drawn = sharp({ create: { ...half, width, background: "#00000000" } }).composite([
    { input: await sharp({ create: half }).png().toBuffer(), left: 0, top: 0 },
  ]);
  return new Uint8Array(await drawn.toFormat(format).toBuffer());
}

/** Where each pass of an interlaced PNG starts, and how far apart its pixels are (Adam7). */
const passes = [
  { x: 0, y: 0, right: 8, down: 8 },
  { x: 4, y: 0, right: 8, down: 8 },
  { x: 0, y: 4, right: 4, down: 8 },
  { x: 2, y: 0, right: 4, down: 4 },
  { x: 0, y: 2, right: 2, down: 4 },
  { x: 1, y: 0, right: 2, down: 2 },
  { x: 0, y: 1, right: 1, down: 2 },
];

/**
 * An interlaced PNG with a palette of one colour: about 6 kB, but a decoder must hold all of its 49
 * million pixels at once. The picture is complete and valid.
 */
export function aBomb(side = 7_000): Uint8Array<ArrayBuffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  // One bit per pixel, with a palette, interlaced.
  header.set([1, 3, 0, 0, 1], 8);
  const rowsOf = ({ x, y, right, down }: (typeof passes)[number]) =>
    Math.ceil((side - y) / down) * (1 + Math.ceil(Math.ceil((side - x) / right) / 8));
  const pixels = Buffer.alloc(passes.reduce((sum, pass) => sum + rowsOf(pass), 0));
  return new Uint8Array(
    Buffer.concat([
      Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
      chunk("IHDR", header),
      chunk("PLTE", Buffer.from([0x12, 0x34, 0x56])),
      chunk("IDAT", deflateSync(pixels)),
      chunk("IEND", Buffer.alloc(0)),
    ]),
  );
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.byteLength);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
