import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import type { Persona } from "@/tests/support/browser/people/persona";

const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * axe finds no barrier on the page as it is now. Motion is reduced so that nothing is measured in the
 * middle of a fade, when it is paler than people ever read it.
 */
export async function expectAccessible({ page }: Pick<Persona, "page">, state: string) {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const { violations } = await new AxeBuilder({ page }).withTags(levels).analyze();
  await page.emulateMedia({ reducedMotion: null });
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`);
  expect(found, `axe violations in "${state}"`).toEqual([]);
}
