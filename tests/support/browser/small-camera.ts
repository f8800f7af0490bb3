import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const width = 320;
const height = 180;
const framesPerSecond = 10;
const frames = 20;

const fileOption = "--use-file-for-fake-video-capture";

/**
 * What a fake camera with few pixels needs: Chromium plays the file in a loop. Its own fake camera draws
 * 720 lines, and encoding those costs more than everything else that most tests do.
 * @param file where the picture is kept; written again by each process, since drawing takes no time
 */
export function smallCamera(file: string): string {
  mkdirSync(dirname(file), { recursive: true });
  const own = `${file}.${process.pid}`;
  writeFileSync(own, film());
  renameSync(own, file);
  return `${fileOption}=${file}`;
}

/** For tests that depend on 720 lines: without the small camera, Chromium uses its own. */
export const fullCamera = (args: string[]): string[] =>
  args.filter((arg) => !arg.startsWith(fileOption));

/** A bright square that crosses a chequered wall in all colours, as YUV4MPEG2. */
function film(): Buffer {
  const header = `YUV4MPEG2 W${width} H${height} F${framesPerSecond}:1 Ip A1:1 C420jpeg\n`;
  const parts: Buffer[] = [Buffer.from(header)];
  for (let frame = 0; frame < frames; frame++) {
    parts.push(
      Buffer.from("FRAME\n"),
      plane(width, height, (x, y) => light(x, y, (frame / frames) * width)),
      plane(width / 2, height / 2, (x) => 64 + (x / width) * 256),
      plane(width / 2, height / 2, (_x, y) => 64 + (y / height) * 256),
    );
  }
  return Buffer.concat(parts);
}

function light(x: number, y: number, square: number): number {
  if (x >= square && x < square + 40 && y >= 60 && y < 120) return 235;
  const chequered = (Math.floor(x / 20) + Math.floor(y / 20)) % 2 ? 40 : 0;
  return 60 + (x / width) * 120 + chequered;
}

function plane(columns: number, rows: number, at: (x: number, y: number) => number): Buffer {
  const bytes = Buffer.alloc(columns * rows);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) bytes[y * columns + x] = at(x, y);
  }
  return bytes;
}
