import type { Page } from "@playwright/test";
import { until } from "../api/until";
import type { Persona } from "../browser/people/persona";

type Window = typeof globalThis & { greenroomMoved?: number[] };

const lookEveryMs = 50;
/** Longer than any pause of a fake camera with ten frames a second, on a busy machine. */
const noticeableMs = 1_000;
/** A picture that moves for as long has returned for good. */
const steadyMs = 3_000;
const patienceMs = 60_000;

/** The picture of a person on another one's page. */
export type Picture = { page: Page; name: string };

/** Notes from now on when the picture moves, whichever element shows it. */
export async function watchPicture({ page, name }: Persona, of: string): Promise<Picture> {
  await page.evaluate(
    ([label, everyMs]) => {
      const moved: number[] = [];
      (globalThis as Window).greenroomMoved = moved;
      let last: { video: Element; frames: number } | null = null;
      setInterval(() => {
        const video = document.querySelector<HTMLVideoElement>(
          `figure[aria-label^="${label}"] video`,
        );
        if (!video) return;
        const frames = video.getVideoPlaybackQuality().totalVideoFrames;
        if (frames > 0 && (last?.video !== video || last.frames !== frames)) moved.push(Date.now());
        last = { video, frames };
      }, everyMs);
    },
    [of, lookEveryMs] as const,
  );
  return { page, name: `${of} on the page of ${name}` };
}

/** The longest time that the picture stood still since a moment, in milliseconds. */
export async function longestPauseMs(picture: Picture, sinceMs: number): Promise<number> {
  return Math.max(...(await pausesOf(picture, sinceMs)).map(({ from, to }) => to - from));
}

/** Waits until the picture has stood still and moves again; returns how long after a moment, in milliseconds. */
export async function returnedAfterMs(picture: Picture, sinceMs: number): Promise<number> {
  return until(
    `the picture of ${picture.name} returns`,
    async () => {
      const pauses = await pausesOf(picture, sinceMs);
      const last = pauses.findLast(({ from, to }) => to - from > noticeableMs);
      return last && Date.now() - last.to > steadyMs ? last.to - sinceMs : null;
    },
    patienceMs,
  );
}

async function pausesOf(
  { page }: Picture,
  sinceMs: number,
): Promise<{ from: number; to: number }[]> {
  const moved = await page.evaluate(() => (globalThis as Window).greenroomMoved ?? []);
  const before = moved.findLast((at) => at < sinceMs) ?? sinceMs;
  const edges = [before, ...moved.filter((at) => at >= sinceMs), Date.now()];
  return edges.slice(1).map((to, index) => ({ from: edges[index] ?? to, to }));
}
