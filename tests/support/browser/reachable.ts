import { expect, type Locator, type Page } from "@playwright/test";

/**
 * Each can be scrolled to and clicked, nothing covers it, and the page scrolls only up and down (WCAG
 * 1.4.10).
 */
export async function expectReachable(page: Page, wanted: Locator[]): Promise<void> {
  for (const each of wanted) {
    const isControl = await each.evaluate((element) => element.matches("a, button, summary"));
    // Text only at its corner, because a link's touch area may reach over the line beside it.
    const position = isControl ? undefined : { x: 4, y: 4 };
    await each.click({ trial: true, timeout: 10_000, position });
  }
  expect(await widestOverflow(page)).toBe(0);
}

/** By how much the page, or the part of it that scrolls, is wider than the window. */
const widestOverflow = (page: Page) =>
  page.evaluate(() =>
    Math.max(
      ...[document.documentElement, ...document.querySelectorAll("main, [role=dialog]")].map(
        ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
      ),
    ),
  );

/** Inside the window, and not covered, without any scrolling. */
export async function expectInView(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeInViewport({ ratio: 1 });
  const isOnTop = await wanted.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const found = document.elementFromPoint(left + width / 2, top + height / 2);
    return element.contains(found);
  });
  expect(isOnTop, `${wanted} is covered at ${JSON.stringify(page.viewportSize())}`).toBe(true);
}
