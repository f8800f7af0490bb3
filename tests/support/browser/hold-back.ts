import type { Page } from "@playwright/test";

/** Blocks matching requests. Call the result to release them and await the response. */
export async function holdBack(page: Page, address: RegExp): Promise<() => Promise<void>> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(address, async (route) => {
    await held;
    await route.continue();
  });
  return async () => {
    const came = page.waitForResponse(address);
    letGo();
    await came;
  };
}
