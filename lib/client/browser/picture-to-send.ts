import { pictureTypes } from "@/lib/contracts/common/limits";
import { drawSmaller } from "./draw-smaller";

type Accepted = { maxBytes: number; maxPixels: number; side: number; transparent?: boolean };

/**
 * The file as it is if the server accepts it, otherwise redrawn with sides of at most `side` pixels: camera
 * pictures are often larger than the server accepts, and than any place that shows them.
 *
 * @throws if the browser cannot read the picture
 */
export async function pictureToSend(
  file: File,
  { side, transparent = false, ...accepted }: Accepted,
): Promise<Blob> {
  if (await fits(file, accepted)) return file;
  return drawSmaller(file, { width: side, height: side, quality: 0.85, transparent });
}

async function fits(
  file: File,
  { maxBytes, maxPixels }: Pick<Accepted, "maxBytes" | "maxPixels">,
): Promise<boolean> {
  if (file.size > maxBytes || !pictureTypes.some((type) => type === file.type)) return false;
  const picture = await createImageBitmap(file);
  const pixels = picture.width * picture.height;
  picture.close();
  return pixels <= maxPixels;
}
