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

/** The tiles that are missing, or lie elsewhere by more than a pixel of a phone. */
export function differencesBetween(expected: readonly Part[], found: readonly Part[]): string[] {
  const pixel = 3;
  const isSame = (one: Part, other: Part | undefined) =>
    other !== undefined &&
    (["left", "top", "width", "height"] as const).every(
      (side) => Math.abs(one[side] - other[side]) <= pixel,
    );
  const labels = [...expected, ...found].map(({ label }) => label);
  const of = (parts: readonly Part[], wanted: string) =>
    parts.find(({ label }) => label === wanted);
  return [...new Set(labels)].filter((label) => {
    const one = of(expected, label);
    return !one || !isSame(one, of(found, label));
  });
}

/** The ratio of the programme's sides. */
export const ratioOn = (page: Page): Promise<number> =>
  page
    .locator("[data-programme]")
    .first()
    .evaluate((frame) => frame.clientWidth / frame.clientHeight);
