type Size = { width: number; height: number };

/** As large as a shared screen. */
const longest = 1920;
const shortest = 1080;

/** The size in which a file is sent: Full HD at most, with the even sides that encoders need. */
export function sentSize({ width, height }: Size): Size {
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  const scale = Math.min(1, longest / long, shortest / short);
  const even = (side: number) => Math.max(2, 2 * Math.round((side * scale) / 2));
  return { width: even(width), height: even(height) };
}

/** Marks the tracks of a file, which have a shared screen's source. The file's name stays here. */
export const fileTrackName = "file";

/** A still picture is drawn this often: viewers who arrive need a frame, and the encoder sends none without one. */
const stillEveryMs = 1_000;

type Drawn = { positionSeconds: number; atMs: number };

/** Whether to draw again: the file has moved on, or the picture has stood for long enough. */
export const isDue = (last: Drawn | null, now: Drawn): boolean =>
  last === null ||
  last.positionSeconds !== now.positionSeconds ||
  now.atMs - last.atMs >= stillEveryMs;
