import { describe, expect, it } from "vitest";
import { figuresText, withFigures } from "@/bench/figures/document";
import { percentile, summarize } from "@/bench/figures/percentiles";
import { figureTable, peerTable, rounded, type ValuesOf } from "@/bench/figures/tables";
import { isMet, ratioOf, targetWords } from "@/bench/figures/verdict";

const values =
  (read: Record<string, { bare?: number[]; app?: number[] }>): ValuesOf =>
  (reading, side) =>
    read[reading]?.[side] ?? [];

describe("percentiles", () => {
  it.each([
    [0, 10],
    [0.5, 25],
    [0.95, 38.5],
    [1, 40],
  ])("%s of four values lies between its neighbours", (share, expected) => {
    expect(percentile([10, 20, 30, 40], share)).toBeCloseTo(expected);
  });

  it("summarise values in any order", () => {
    expect(summarize([3, 1, 2])).toEqual({ count: 3, min: 1, median: 2, p95: 2.9, max: 3 });
  });

  it("summarise no values as null", () => {
    expect(summarize([])).toBeNull();
  });
});

describe("a target", () => {
  const both = { bare: summarize([100]), app: summarize([110]) };

  it("is compared with the reference's figure, as a ratio or a difference", () => {
    expect(isMet({ of: "median", ratio: 1.1 }, both)).toBe(true);
    expect(isMet({ of: "median", ratio: 1.05 }, both)).toBe(false);
    expect(isMet({ of: "p95", plus: 10 }, both)).toBe(true);
    expect(isMet({ of: "p95", plus: 9 }, both)).toBe(false);
  });

  it("is compared with a number, without a reference", () => {
    expect(isMet({ of: "max", atMost: 110 }, { ...both, bare: null })).toBe(true);
    expect(isMet({ of: "max", atMost: 109 }, { ...both, bare: null })).toBe(false);
  });

  it("can be a minimum, such as answers per second", () => {
    expect(isMet({ of: "median", atLeast: 110 }, { ...both, bare: null })).toBe(true);
    expect(isMet({ of: "median", atLeast: 111 }, both)).toBe(false);
    expect(isMet({ of: "median", atLeast: 110 }, { bare: null, app: null })).toBeNull();
  });

  it.each([
    [{ of: "median", atLeast: 400 }, "per s", "median ≥ 400 per s"],
    [{ of: "max", atMost: 1.3 }, "count", "most ≤ 1.3"],
    [{ of: "p95", atMost: 60 }, "ms", "p95 ≤ 60 ms"],
  ] as const)("%o in %s is written as %s", (target, unit, words) => {
    expect(targetWords(target, unit)).toBe(words);
  });

  it("is neither met nor missed if nothing was measured", () => {
    expect(isMet({ of: "median", ratio: 2 }, { ...both, bare: null })).toBeNull();
    expect(isMet({ of: "median", atMost: 2 }, { bare: null, app: null })).toBeNull();
  });

  it("has no ratio to zero", () => {
    expect(ratioOf({ bare: summarize([0]), app: summarize([1]) })).toBeNull();
  });
});

describe("the tables", () => {
  it("round to a readable precision", () => {
    expect([0, 0.0163, 1.234, 9.99, 61.6, 572.4, 24_622].map(rounded)).toEqual([
      "0",
      "0.0163",
      "1.23",
      "9.99",
      "62",
      "572",
      "24,622",
    ]);
  });

  it("contain what was measured, and nothing else", () => {
    const table = figureTable(
      values({ "go-live.picture": { bare: [400, 380, 420], app: [430, 450, 500] } }),
    );
    expect(table.split("\n")).toEqual([
      "| What | bare page, min / **median** / p95 / max (n) | Greenroom, min / **median** / p95 / max (n) | ratio | target | met |",
      "| --- | --- | --- | --- | --- | --- |",
      "| Go live → first picture at a waiting viewer, ms | 380 / **400** / 418 / 420 (3) | 430 / **450** / 495 / 500 (3) | 1.13 | median ≤ 1.1 × bare | **no** |",
    ]);
  });

  it("show our ratio beside those of the other apps, or a dash", () => {
    const table = peerTable(values({ "go-live.picture": { bare: [400], app: [420] } }));
    expect(table).toContain("| Go live → first picture | 1.05 × | 1.98 × | 1.22 × |");
    expect(table).toContain("| Chat message at another | – | 6.2 × | 3 × |");
  });
});

describe("the document", () => {
  const begin = "<!-- Written by npm run bench, from here -->";
  const end = "<!-- to here -->";

  it("gets its figures between the marks, and keeps its text", () => {
    const before = `Words.\n\n${begin}\nold\n${end}\n\nMore words.\n`;
    const after = withFigures(before, "new");
    expect(after).toBe(`Words.\n\n${begin}\n\nnew\n\n${end}\n\nMore words.\n`);
    expect(withFigures(after, "new")).toBe(after);
  });

  it.each([
    [1, false],
    [2, true],
  ])("with %s of three runs disturbed, warns the reader: %s", (count, warns) => {
    const runs = [0, 1, 2].map((index) => ({
      scenario: "go-live",
      side: "app" as const,
      readings: { "go-live.picture": [400] },
      foreignShare: 0.1,
      disturbed: index < count,
    }));
    const machine = { at: "", cores: 2, processor: "", node: "", chromium: "", livekitClient: "" };
    const text = figuresText({ machine, runs, repeated: 0, failures: [] });
    expect(text.includes("Most runs were disturbed")).toBe(warns);
  });

  it("is not overwritten if the marks are missing", () => {
    expect(() => withFigures("Only words.", "new")).toThrow(begin);
  });
});
