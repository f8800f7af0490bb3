import sharp from "sharp";

type Wish = { width?: number; height?: number; colour?: string; format?: "jpeg" | "png" | "webp" };

/** A picture of one colour. */
export async function aPicture({
  width = 320,
  height = 180,
  colour = "#356b4a",
  format = "jpeg",
}: Wish = {}): Promise<Uint8Array<ArrayBuffer>> {
  const drawn = sharp({ create: { width, height, channels: 3, background: colour } });
  return new Uint8Array(await drawn.toFormat(format).toBuffer());
}
