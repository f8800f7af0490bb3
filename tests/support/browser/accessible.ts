import { expect, type Frame } from "@playwright/test";
import axe from "axe-core";
import type { Persona } from "@/tests/support/browser/people/persona";

const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * axe finds no barrier on the page as it is now, or within one part of it. Motion is reduced so that
 * nothing is measured in the middle of a fade, when it is paler than people ever read it.
 */
export async function expectAccessible(
  { page }: Pick<Persona, "page">,
  state: string,
  within?: string,
) {
  await page.emulateMedia({ reducedMotion: "reduce" });
  // In the page itself: axe's own Playwright package opens a second page for each result.
  await Promise.all(page.frames().map(load));
  const found = await page.evaluate(
    async ({ within, levels }) => {
      const { violations } = await window.axe.run(within ?? document, {
        runOnly: levels,
        resultTypes: ["violations"],
      });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`);
    },
    { within, levels },
  );
  await page.emulateMedia({ reducedMotion: null });
  expect(found, `axe violations in "${state}"`).toEqual([]);
}

async function load(frame: Frame) {
  if (await frame.evaluate(() => "axe" in window)) return;
  await frame.evaluate(axe.source);
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
