import { withTimeout } from "@/lib/client/browser/with-timeout";

const patienceMs = 20_000;
const searchMs = 5_000;

/** @throws if the browser cannot play the file, or finds no picture in it */
export async function openVideo(address: string): Promise<HTMLVideoElement> {
  const video = document.createElement("video");
  video.playsInline = true;
  video.preload = "auto";
  const loaded = happens(video, "loadeddata");
  video.src = address;
  await withTimeout(patienceMs, loaded);
  if (video.videoWidth === 0) throw new Error("the file has no picture");
  // Without a length, the file plays but cannot be searched.
  if (!Number.isFinite(video.duration)) await findLength(video).catch(() => undefined);
  return video;
}

/** @throws if the browser cannot read the file */
export async function openPicture(address: string): Promise<HTMLImageElement> {
  const picture = new Image();
  picture.src = address;
  await picture.decode();
  if (picture.naturalWidth === 0) throw new Error("the picture has no size");
  return picture;
}

/** Recordings made by browsers do not carry their length: browsers find it by looking for the end. */
async function findLength(video: HTMLVideoElement): Promise<void> {
  const found = happens(video, "durationchange");
  video.currentTime = Number.MAX_SAFE_INTEGER;
  await withTimeout(searchMs, found);
  const back = happens(video, "seeked");
  video.currentTime = 0;
  await withTimeout(searchMs, back);
}

function happens(video: HTMLVideoElement, event: string): Promise<void> {
  return new Promise((resolve, reject) => {
    video.addEventListener(event, () => resolve(), { once: true });
    video.addEventListener("error", () => reject(video.error), { once: true });
  });
}
