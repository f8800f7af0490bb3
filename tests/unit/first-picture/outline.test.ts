import { expect, test } from "vitest";
import { outlineOf } from "@/lib/first-picture/outline";

const look = {
  style: ".a{display:grid}",
  classes: { outline: "o", room: "a", picture: "p", video: "v", line: "l", about: "x" },
};

const path = "/watch/abc/page/1";

test("the outline holds the page's video, and is nothing to read or to reach", () => {
  const html = outlineOf({ description: "" }, path, look);
  expect(html).toMatch(
    /^<body><div id="outline" class="o" data-page="\/watch\/abc\/page\/1" aria-hidden="true">/,
  );
  expect(html).toContain('<video id="first-picture" class="v" muted playsinline></video>');
  expect(html.replaceAll(/<style>.*?<\/style>|<[^>]*>/g, "")).toBe("");
});

test("a show with a description keeps room for the button that opens it", () => {
  expect(outlineOf({ description: "" }, path, look)).not.toContain('class="x"');
  expect(outlineOf({ description: "Songs" }, path, look)).toContain('class="x"');
});

test("without scripts nothing covers the page", () => {
  const html = outlineOf({ description: "" }, path, look);
  expect(html).toContain("<noscript><style>#outline{display:none}</style></noscript>");
});
