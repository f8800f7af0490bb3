import { expect, test } from "vitest";
import { outlineOf } from "@/lib/first-picture/outline";
import type { Rectangle } from "@/lib/watch-document";

const look = {
  style: ".a{display:grid}",
  classes: { outline: "o", room: "a", picture: "p", video: "v", line: "l", more: "x" },
};

const whole: Rectangle = { left: 0, top: 0, width: 100, height: 100 };
const outline = (description = "", rectangles = [whole], tags: string[] = []) =>
  outlineOf({ description, tags }, rectangles, look);

test("the outline holds the page's video, with nothing to read or focus", () => {
  const html = outline();
  expect(html).toMatch(/^<watch-outline id="outline" class="o" aria-hidden="true">/);
  expect(html).toContain('<video class="v" muted playsinline></video>');
  expect(html.replaceAll(/<style>.*?<\/style>|<[^>]*>/g, "")).toBe("");
});

test("each rectangle has its own video, where the data places it", () => {
  const half = { ...whole, width: 50 };
  const html = outline("", [half, { ...half, left: 50 }]);
  expect(html.match(/<video/g)).toHaveLength(2);
  expect(html).toContain("left:0%;top:0%;width:50%;height:100%");
  expect(html).toContain("left:50%;top:0%;width:50%;height:100%");
});

test("a show with a description leaves room for the button that opens it", () => {
  expect(outline()).not.toContain('class="x"');
  expect(outline("Songs")).toContain('class="x"');
});

test("a show with tags leaves room for a line of them", () => {
  const lines = (html: string) => html.match(/class="x"/g)?.length;
  expect(lines(outline("", [whole], ["jazz", "live"]))).toBe(1);
  expect(lines(outline("Songs", [whole], ["jazz"]))).toBe(2);
});

test("without scripts, nothing covers the page", () => {
  expect(outline()).toContain("<noscript><style>#outline{display:none}</style></noscript>");
});
