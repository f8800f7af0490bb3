import { join } from "node:path";
import { type Page, test } from "@playwright/test";
import type { Persona } from "@/tests/support/browser/people/persona";

const sizes = {
  desktop: { width: 1280, height: 800 },
  tablet: { width: 820, height: 1180 },
  phone: { width: 360, height: 780 },
} as const;
type Size = keyof typeof sizes;
const themes = ["light", "dark"] as const;

type Subject = Pick<Persona, "page">;
/** Runs before the picture at each size, where a change of width closes what was open. */
type Arrange = (size: Size) => Promise<void>;

/** Photographs a page that follows the system: every size, both themes. */
export async function photograph({ page }: Subject, name: string): Promise<void> {
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme });
    await photographSizes(page, (size) => `${name}-${size}-${theme}`);
  }
}

/** Photographs a live page, which is always dark: every size. */
export async function photographLive(
  { page }: Subject,
  name: string,
  arrange?: Arrange,
): Promise<void> {
  await photographSizes(page, (size) => `${name}-${size}`, arrange);
}

async function photographSizes(
  page: Page,
  called: (size: string) => string,
  arrange?: Arrange,
): Promise<void> {
  const before = page.viewportSize();
  const folder = join(".artifacts", test.info().project.name);
  for (const size of Object.keys(sizes) as Size[]) {
    await page.setViewportSize(sizes[size]);
    await arrange?.(size);
    await settled(page);
    await page.screenshot({ path: join(folder, `${called(size)}.png`) });
  }
  if (before) await page.setViewportSize(before);
}

/** Fonts are loaded, every video has a frame, and everything that moved with the new size is at rest. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const running = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(running.map((animation) => animation.finished));
    const frames = [...document.querySelectorAll("video")]
      .filter((video) => video.checkVisibility())
      .map((video) => new Promise((shown) => video.requestVideoFrameCallback(shown)));
    // A still picture, as after a lost connection, is taken as it is.
    const longEnough = new Promise((done) => setTimeout(done, 1_500));
    await Promise.race([Promise.all(frames), longEnough]);
  });
}
