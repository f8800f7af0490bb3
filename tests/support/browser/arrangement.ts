import type { Locator, Page } from "@playwright/test";

/** A tile in parts of the programme. */
export type Part = { label: string; left: number; top: number; width: number; height: number };

/** Where each tile lies in the programme, in thousandths, so that screens of any size can be compared. */
export async function arrangementOn(stage: Locator): Promise<Part[]> {
  return stage.evaluate((section) => {
    const frame = section.querySelector("[data-programme]")?.getBoundingClientRect();
    if (!frame) return [];
    const part = (value: number, whole: number) => Math.round((value / whole) * 1000);
    return [...section.querySelectorAll("figure")].map((figure) => {
      const box = figure.getBoundingClientRect();
      return {
        // Everybody is "you" on their own screen only.
        label: (figure.getAttribute("aria-label") ?? "").replace(" (you)", ""),
        left: part(box.x - frame.x, frame.width),
        top: part(box.y - frame.y, frame.height),
        width: part(box.width, frame.width),
        height: part(box.height, frame.height),
      };
    });
  });
}

/** The ratio of the programme's sides. */
export const ratioOn = (page: Page): Promise<number> =>
  page
    .locator("[data-programme]")
    .first()
    .evaluate((frame) => frame.clientWidth / frame.clientHeight);
