import { expect, type Locator, type Page } from "@playwright/test";

/** Opens a dialog whose list fails to load, and tries again once the server answers. */
export async function loadsOnTheSecondTry(
  page: Page,
  url: RegExp,
  open: () => Promise<Locator>,
): Promise<void> {
  await page.route(url, (route) => route.abort());
  const dialog = await open();
  await expect(dialog.getByRole("alert")).toBeVisible();
  const again = dialog.getByRole("button", { name: "Try again" });
  await page.unroute(url);
  await again.click();
  await expect(again).toHaveCount(0);
  await expect(dialog.getByRole("alert")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
}
