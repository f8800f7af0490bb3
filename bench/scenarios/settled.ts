import type { Page } from "@playwright/test";

/** Within this time an opened page has finished everything it does. */
const settledMs = 1_500;

/** Lets a page come to rest, as with a person who is waiting for something to happen. */
export async function settles(page: Page): Promise<void> {
  await page.waitForTimeout(settledMs);
}
