import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { Persona } from "../support/browser/persona";

const folder = join(".artifacts", "tour");
const sizes = {
  desktop: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
} as const;
const themes = ["light", "dark"] as const;

/** A page that follows the system: both sizes, both themes. */
export async function photograph({ page }: Pick<Persona, "page">, name: string): Promise<void> {
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme });
    await photographSizes(page, (size) => `${name}-${size}-${theme}`);
  }
}

/** A live page, which is dark whatever the system says: both sizes. */
export async function photographLive({ page }: Pick<Persona, "page">, name: string): Promise<void> {
  await photographSizes(page, (size) => `${name}-${size}`);
}

async function photographSizes(page: Page, called: (size: string) => string): Promise<void> {
  const before = page.viewportSize();
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    await settled(page);
    await page.screenshot({ path: join(folder, `${called(size)}.png`) });
  }
  if (before) await page.setViewportSize(before);
}

/** Fonts are there, and what moved because of the new size has come to rest. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const running = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(running.map((animation) => animation.finished));
  });
}
