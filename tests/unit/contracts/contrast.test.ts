import { expect, test } from "vitest";
import { contrast, readableOn, textContrast } from "@/lib/contracts/common/contrast";

test("contrast is WCAG's ratio, whatever the order", () => {
  expect(contrast("#000000", "#ffffff")).toBe(21);
  expect(contrast("#ffffff", "#000000")).toBe(21);
  expect(contrast("#356b4a", "#356b4a")).toBe(1);
  // The lightest gray that may be text on white.
  expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

test("a readable text color is kept, another becomes black or white", () => {
  expect(readableOn("#1f6f4a", "#fff4d6")).toBe("#fff4d6");
  expect(readableOn("#1f6f4a", "#2a8058")).toBe("#ffffff");
  expect(readableOn("#ffd400", "#ffffff")).toBe("#000000");
  expect(readableOn("#ffd400", null)).toBe("#000000");
});

test("black or white is readable on every color", () => {
  const steps = Array.from({ length: 16 }, (_, step) => (step * 17).toString(16).padStart(2, "0"));
  const colours = steps.flatMap((r) => steps.flatMap((g) => steps.map((b) => `#${r}${g}${b}`)));
  const worst = Math.min(...colours.map((each) => contrast(each, readableOn(each, null))));
  expect(worst).toBeGreaterThanOrEqual(textContrast);
});
