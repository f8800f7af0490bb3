import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import type { Persona } from "./persona";

const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Nothing that axe can find keeps a person from using what is on the page now. */
export async function expectAccessible({ page }: Pick<Persona, "page">, state: string) {
  const { violations } = await new AxeBuilder({ page }).withTags(levels).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`);
  expect(found, `what axe finds in "${state}"`).toEqual([]);
}
