import { documentIds } from "@/lib/watch-document";

const outline = () => document.getElementById(documentIds.outline);

/**
 * Puts the videos that the document came with into the page, running as they are; where there are none,
 * one that fills it. React knows nothing of what is in `place`.
 */
export function takePictures(place: HTMLElement, videoLook: string): void {
  if (place.childElementCount > 0) return;
  const pictures = outline()?.querySelector(`#${documentIds.pictures}`) ?? onePlace();
  for (const video of pictures.querySelectorAll("video")) video.className = videoLook;
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

/** The page stands: what stood in the window before it goes. */
export const removeOutline = (): void => outline()?.remove();
