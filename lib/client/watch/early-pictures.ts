import { documentIds } from "@/lib/watch-document";

const outline = () => document.getElementById(documentIds.outline);

/**
 * Moves the document's running videos into `place`, or adds one that fills it if there are none.
 * React does not manage the contents of `place`.
 */
export function takePictures(
  place: HTMLElement,
  classes: { frame: string | undefined; video: string },
): void {
  if (place.childElementCount > 0) return;
  const pictures = outline()?.querySelector(`#${documentIds.pictures}`) ?? onePlace();
  pictures.className = classes.frame ?? "";
  for (const video of pictures.querySelectorAll("video")) video.className = classes.video;
  place.append(pictures);
}

function onePlace(): HTMLElement {
  const pictures = document.createElement("div");
  pictures.id = documentIds.pictures;
  const video = document.createElement("video");
  video.muted = true;
  video.playsInline = true;
  pictures.append(video);
  return pictures;
}

/** Removes the outline once React has drawn the page. */
export const removeOutline = (): void => outline()?.remove();
