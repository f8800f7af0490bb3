import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import type { Persona } from "@/tests/support/browser/people/persona";

const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * Nothing that axe can find keeps a person from using what is on the page now. With motion reduced
 * nothing fades: what is half gone is paler than it ever is to be read.
 */
export async function expectAccessible({ page }: Pick<Persona, "page">, state: string) {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const { violations } = await new AxeBuilder({ page }).withTags(levels).analyze();
  await page.emulateMedia({ reducedMotion: null });
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`);
  expect(found, `what axe finds in "${state}"`).toEqual([]);
}
