import type { Page } from "@playwright/test";

/** Whatever an opened page still does, it has done by now. */
const settledMs = 1_500;

/** Lets a page come to rest, as it has with a person who waits for something to happen. */
export async function settles(page: Page): Promise<void> {
  await page.waitForTimeout(settledMs);
}
