import type { Page } from "@playwright/test";
import { stageRoom } from "@/lib/livekit/rooms";
import type { Cast } from "../browser/people/cast";
import type { Viewer } from "../browser/people/viewer";
import type { Show } from "../browser/shows";
import { frozenMs, msToPicture, watchPictures } from "./pictures";
import type { BareAt } from "./test";

/** A figure of Greenroom's page, and of the bare page on the same link, in milliseconds. */
export type Pair = { ours: number; bare: number };

/** For a line of figures; NaN is a picture that was not seen in time. */
export const inSeconds = ({ ours, bare }: Pair) => `${seconds(ours)} (bare page ${seconds(bare)})`;

const seconds = (ms: number) => (Number.isNaN(ms) ? "never" : `${(ms / 1_000).toFixed(1)} s`);

/** Prints a line for the reader of the run. */
export function tell(line: string): void {
  process.stdout.write(`    ${line}\n`);
}

export type Watching = { viewer: Viewer; barePage: Page; firstPicture: Pair };

/** Someone at the far end opens the show, then the bare page, which shows the same stage. */
export async function watchBoth(far: Cast, bareAt: BareAt, { mint }: Show): Promise<Watching> {
  const viewer = await far.viewer();
  await watchPictures(viewer.page);
  const at = Date.now();
  await viewer.watches({ mint });
  const ours = await msToPicture(viewer.page, at);
  const bareAtMs = Date.now();
  const barePage = await bareAt(far, stageRoom(mint), "viewer");
  const bare = await msToPicture(barePage, bareAtMs);
  return { viewer, barePage, firstPicture: { ours, bare } };
}

/** How long both pictures stand still between two moments. */
export async function frozenBoth(
  { viewer, barePage }: Watching,
  fromMs: number,
  toMs: number,
): Promise<Pair> {
  const [ours, bare] = await Promise.all(
    [viewer.page, barePage].map((page) => frozenMs(page, fromMs, toMs)),
  );
  return { ours: ours ?? Number.NaN, bare: bare ?? Number.NaN };
}

/** The time until both pictures move again; NaN for one that does not. */
export async function backAfter({ viewer, barePage }: Watching, fromMs: number): Promise<Pair> {
  const [ours, bare] = await Promise.all([
    msToPicture(viewer.page, fromMs),
    msToPicture(barePage, fromMs).catch(() => Number.NaN),
  ]);
  return { ours, bare };
}
