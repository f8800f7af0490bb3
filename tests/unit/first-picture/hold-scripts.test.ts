import { expect, test } from "vitest";
import { holdScripts } from "@/lib/first-picture/hold-scripts";

const modules = { liveKit: "/modules/livekit.a.js", boot: "/modules/boot.b.js", late: "late()" };
const pass = '{"url":"ws://localhost","token":"a.b.c"}';
const passElement = `<script id="first-picture-pass" type="application/json">${pass}</script>`;
const sheet = '<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>';
const inline =
  '<script>self.__next_f.push([1,"$19.99 \\u003cscript src=\\"/_next/x.js\\">"])</script>';
const legacy = '<script src="/_next/static/chunks/old.js" noModule=""></script>';

const page = (body: string) =>
  [
    `<!DOCTYPE html><html><head><meta charSet="utf-8"/>${sheet}`,
    '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/main.js"/>',
    '<link rel="preload" as="font" href="/_next/static/media/latin.woff2" crossorigin=""/>',
    '<script src="/_next/static/chunks/a.js?dpl=1&amp;v=2" async=""></script>',
    `${legacy}</head><body>${body}${inline}`,
    '<script src="/_next/static/chunks/main.js" id="_R_" async=""></script></body></html>',
  ].join("");

const lateIn = (html: string) =>
  JSON.parse(/id="late-scripts" type="application\/json">([^<]*)</.exec(html)?.[1] ?? "null");

test("a page without a pass stays what it is", () => {
  const html = page("<p>Starts soon</p>");
  expect(holdScripts(html, modules)).toBe(html);
});

test("a page with a pass lists Next's scripts instead of loading them, with all they say", () => {
  const html = holdScripts(page(passElement), modules);
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

test("neither scripts nor fonts are preloaded, but the two modules are", () => {
  const html = holdScripts(page(passElement), modules);
  expect(html).not.toMatch(/rel="preload"/);
  expect(html.match(/<link rel="modulepreload" href="[^"]*">/g)).toEqual([
    '<link rel="modulepreload" href="/modules/livekit.a.js">',
    '<link rel="modulepreload" href="/modules/boot.b.js">',
  ]);
});

test("the head begins with the pass and what reads it, in this order", () => {
  const html = holdScripts(page(passElement), modules);
  const at = [
    passElement,
    'id="late-scripts"',
    "<script>late()</script>",
    'async src="/modules/boot.b.js"',
    sheet,
  ];
  const places = at.map((text) => html.indexOf(text));
  expect(places.every((place) => place > 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test("everything else stays: styles, inline scripts, what old browsers load, the pass in its place", () => {
  const html = holdScripts(page(passElement), modules);
  for (const text of [sheet, inline, legacy, `<body>${passElement}`]) expect(html).toContain(text);
});
