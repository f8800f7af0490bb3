type Bounds = {
  width: number;
  height: number;
  quality: number;
  /** Keeps transparency, as a WebP; as a PNG in browsers that cannot write one. */
  transparent?: boolean;
};
type Drawable = { source: CanvasImageSource; width: number; height: number };

/**
 * Draws a picture within these bounds, as a JPEG unless it may be transparent.
 *
 * @throws if the browser cannot or may not read the picture
 */
export async function drawSmaller(picture: Blob | Drawable, bounds: Bounds): Promise<Blob> {
  if (!(picture instanceof Blob)) return drawn(picture, bounds);
  const source = await createImageBitmap(picture);
  try {
    return await drawn({ source, width: source.width, height: source.height }, bounds);
  } finally {
    source.close();
  }
}

function drawn({ source, width, height }: Drawable, bounds: Bounds): Promise<Blob> {
  const scale = Math.min(1, bounds.width / width, bounds.height / height);
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  canvas.getContext("2d")?.drawImage(source, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error("the picture could not be drawn"))),
      bounds.transparent ? "image/webp" : "image/jpeg",
      bounds.quality,
    );
  });
}
