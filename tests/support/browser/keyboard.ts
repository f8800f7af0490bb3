import { expect, type Locator, type Page } from "@playwright/test";

const mostPresses = 60;

/** Tabs until the focus is on the element: anything else cannot be reached by keyboard. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  const target = wanted.filter({ visible: true }).first();
  await expect(target).toBeVisible();
  for (let presses = 0; presses < mostPresses; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the Tab key does not reach ${wanted}`);
}

/** Tabs to a button and presses it. */
export async function pressesByKey(page: Page, button: string): Promise<void> {
  await tabTo(page, page.getByRole("button", { name: button, exact: true }));
  await page.keyboard.press("Enter");
}
