import { ageOfBarcode, barcodeCells } from "./barcode";
import { stripShare } from "./camera";

export type Picture = {
  /** When its first frame was shown, in milliseconds since 1970. */
  atMs: number;
  /** The same time, in milliseconds since the page's navigation started. */
  sinceNavigationMs: number;
};

/** The delays of the frames shown since reading started, and how many could not be read. */
export type Frames = { agesMs: number[]; unreadable: number };

const pictures: Picture[] = [];
/** Tracks whose picture is recorded: a track stays the same, however often its element changes. */
const known = new WeakSet<MediaStreamTrack>();
const waiting = new Set<() => void>();
const followed = new WeakSet<HTMLVideoElement>();
let reading: Frames | null = null;

/** Records the first frame of every picture in any video element of this page. */
export function watchPictures(): void {
  const { prototype } = HTMLMediaElement;
  const source = Object.getOwnPropertyDescriptor(prototype, "srcObject");
  Object.defineProperty(prototype, "srcObject", {
    ...source,
    set(this: HTMLMediaElement, stream: MediaProvider | null) {
      if (this instanceof HTMLVideoElement) follow(this);
      source?.set?.call(this, stream);
    },
  });
}

/** Resolves with the first picture after `afterMs`, once it is there. */
export async function nextPicture(afterMs: number): Promise<Picture> {
  for (;;) {
    const found = pictures.find(({ atMs }) => atMs > afterMs);
    if (found) return found;
    await new Promise<void>((resolve) => waiting.add(resolve));
  }
}

/** Reads the stamp of each frame for this long. */
export async function readFrames(forMs: number): Promise<Frames> {
  const frames: Frames = { agesMs: [], unreadable: 0 };
  reading = frames;
  await new Promise((resolve) => setTimeout(resolve, forMs));
  reading = null;
  return frames;
}

function follow(video: HTMLVideoElement): void {
  if (followed.has(video)) return;
  followed.add(video);
  const onFrame = () => {
    video.requestVideoFrameCallback(onFrame);
    if (reading) readStamp(video, reading);
    const track = trackOf(video);
    if (!track || known.has(track)) return;
    known.add(track);
    // The browser reuses the track of someone who left for the next person.
    track.addEventListener("mute", () => known.delete(track), { once: true });
    pictures.push({ atMs: Date.now(), sinceNavigationMs: performance.now() });
    for (const wake of waiting) wake();
    waiting.clear();
  };
  video.requestVideoFrameCallback(onFrame);
}

const trackOf = ({ srcObject }: HTMLVideoElement) =>
  srcObject instanceof MediaStream ? srcObject.getVideoTracks()[0] : undefined;

const cellPixels = 10;
const eye = new OffscreenCanvas(barcodeCells * cellPixels, cellPixels).getContext("2d", {
  willReadFrequently: true,
});

function readStamp(video: HTMLVideoElement, frames: Frames): void {
  const nowMs = Date.now();
  if (!eye) return;
  const { width, height } = eye.canvas;
  const strip = video.videoHeight * stripShare;
  eye.drawImage(video, 0, 0, video.videoWidth, strip, 0, 0, width, height);
  const { data } = eye.getImageData(0, height / 2, width, 1);
  const cells = Array.from({ length: barcodeCells }, (_, index) => {
    const green = data[4 * (index * cellPixels + cellPixels / 2) + 1] ?? 0;
    return green > 127;
  });
  const age = ageOfBarcode(cells, nowMs);
  if (age === null) frames.unreadable += 1;
  else frames.agesMs.push(age);
}
