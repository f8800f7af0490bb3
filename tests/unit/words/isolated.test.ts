import { expect, test } from "vitest";
import { isolated } from "@/lib/words/isolated";

test("right-to-left words keep their direction within a sentence", () => {
  for (const name of ["مرحبا", "עדה (1)", "Ada עדה", "ﷺ"]) {
    expect(isolated(name)).toBe(`\u2068${name}\u2069`);
  }
});

test("all other words stay unchanged", () => {
  for (const name of ["Ada", "Zoé", "Ада", "李雷", "🎭", ""]) expect(isolated(name)).toBe(name);
});
