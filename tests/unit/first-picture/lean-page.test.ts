import { expect, test } from "vitest";
import { headOf, withoutScripts } from "@/lib/first-picture/lean-page";

const modules = { liveKit: "/modules/livekit.a.js", boot: "/modules/boot.b.js", late: "late()" };
const pass = { url: "ws://localhost", token: "a.b.c" };
const sheet = '<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>';
const inline =
  '<script>self.__next_f.push([1,"$19.99 \\u003cscript src=\\"/_next/x.js\\">"])</script>';
const legacy = '<script src="/_next/static/chunks/old.js" noModule=""></script>';

const page = [
  `<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/>${sheet}`,
  '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/main.js"/>',
  '<link rel="preload" as="font" href="/_next/static/media/latin.woff2" crossorigin=""/>',
  '<script src="/_next/static/chunks/a.js?dpl=1&amp;v=2" async=""></script>',
  `${legacy}</head><body><p>On air</p>${inline}`,
  '<script src="/_next/static/chunks/main.js" id="_R_" async=""></script></body></html>',
].join("");

const lateIn = (html: string) =>
  JSON.parse(/id="late-scripts" type="application\/json">([^<]*)</.exec(html)?.[1] ?? "null");

test("the head begins with what shows the picture, in this order, and closes nothing", () => {
  const html = headOf(pass, modules, "n0nce");
  const at = [
    "<!DOCTYPE html><html><head>",
    '<link rel="modulepreload" href="/modules/livekit.a.js">',
    '<link rel="modulepreload" href="/modules/boot.b.js">',
    `<script id="first-picture-pass" type="application/json">${JSON.stringify(pass)}</script>`,
    '<script nonce="n0nce">late()</script>',
    'async src="/modules/boot.b.js"',
  ];
  const places = at.map((text) => html.indexOf(text));
  expect(places[0]).toBe(0);
  expect(places.slice(1).every((place) => place > 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(html).not.toMatch(/<\/head>|<body/);
  expect(html).not.toMatch(/\son\w+=/);
});

test("nothing in a pass ends its element", () => {
  const html = headOf({ url: "</script><script>alert(1)", token: "t" }, modules, "n0nce");
  expect(html).not.toContain("</script><script>alert(1)");
});

test("the page lists Next's scripts instead of loading them, with all they say", () => {
  const html = withoutScripts(page);
  expect(html).not.toContain('<script src="/_next/static/chunks/a.js');
  expect(html).not.toContain('id="_R_"');
  expect(lateIn(html)).toEqual([
    [
      ["src", "/_next/static/chunks/a.js?dpl=1&v=2"],
      ["async", ""],
    ],
    [
      ["src", "/_next/static/chunks/main.js"],
      ["id", "_R_"],
      ["async", ""],
    ],
  ]);
});

test("the page goes on after the head: it begins no second document, and preloads nothing", () => {
  const html = withoutScripts(page);
  expect(html).toMatch(/^<html lang="en"><head><script id="late-scripts"/);
  expect(html).not.toMatch(/rel="preload"/);
});

test("everything else stays: styles, inline scripts, what old browsers load", () => {
  const html = withoutScripts(page);
  for (const text of [sheet, inline, legacy, "<p>On air</p>"]) expect(html).toContain(text);
});
