import { expect, test } from "vitest";
import { panelWidthAfter, panelWidthFrom, panelWidths } from "@/lib/client/browser/panel-width";

test("a panel is as wide as on the last visit, within its limits", () => {
  expect(panelWidthFrom(30)).toBe(30);
  expect(panelWidthFrom(900)).toBe(panelWidths.most);
  for (const kept of [null, "wide", Number.NaN, {}]) {
    expect(panelWidthFrom(kept)).toBe(panelWidths.usual);
  }
});

test("arrow keys move the panel's edge up to its limits", () => {
  expect(panelWidthAfter(22, "ArrowLeft")).toBe(23);
  expect(panelWidthAfter(panelWidths.least, "ArrowRight")).toBe(panelWidths.least);
  expect(panelWidthAfter(22, "End")).toBe(panelWidths.most);
  expect(panelWidthAfter(22, "Tab")).toBeNull();
});
