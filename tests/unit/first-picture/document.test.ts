import { expect, test } from "vitest";
import { watchDocument } from "@/lib/first-picture/document";
import { nonceMark, shellOf } from "@/lib/first-picture/shell";
import { aLivestream } from "@/tests/support/unit/livestream";
import { takeOwnSettings } from "@/tests/support/unit/settings";

takeOwnSettings();

const page = `<!DOCTYPE html><html lang="en" class="f"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Greenroom</title>
<link rel="stylesheet" href="/_next/static/a.css" data-precedence="next"><link rel="preload" as="script" href="/_next/static/a.js">
<meta name="application-name" content="Greenroom"><script src="/_next/static/a.js" async="" nonce="${nonceMark}"></script></head>
<body class="b"><a href="#main">Skip</a><script nonce="${nonceMark}">theme()</script>
<script nonce="${nonceMark}">(self.__next_f=self.__next_f||[]).push([0])</script>
<script nonce="${nonceMark}">self.__next_f.push([1,"</a>"])</script></body></html>`;

const modules = {
  liveKit: "/modules/livekit.js",
  boot: "/modules/boot.js",
  late: "late()",
  outline: { style: "", classes: {} },
};

const documentOf = async (title: string, nonce = "abc") => {
  const visit = {
    livestream: { ...aLivestream("live"), title },
    pass: { token: "t", url: "ws://here" },
    me: null,
    rectangles: [{ left: 0, top: 0, width: 100, height: 100 }],
  };
  const shell = await shellOf(page, "en");
  return watchDocument(visit, { locale: "en", shell, modules, nonce, site: "Greenroom" });
};

test("</script><script>alert(1) in a title ends no script and no title", async () => {
  const title = "</script></title><script>alert(1)</script>";
  const html = await documentOf(title);
  expect(html).not.toContain(title);
  expect(html).not.toContain("<script>");
  const data = /<script id="visit" type="application\/json">([^<]*)<\/script>/.exec(html)?.[1];
  expect(JSON.parse(data ?? "").livestream.title).toBe(title);
});

test("the picture's scripts are in the document; Next's are listed, its own data first", async () => {
  const html = await documentOf("A show");
  expect(html).not.toMatch(/<script[^>]* src="\/_next|<link rel="(?:stylesheet|preload)"/);
  expect(html).toContain('<script type="module" async src="/modules/boot.js">');
  const { late, data } = await shellOf(page, "en");
  expect(late.styles).toEqual([
    [
      ["rel", "stylesheet"],
      ["href", "/_next/static/a.css"],
      ["data-precedence", "next"],
    ],
  ]);
  const sources = late.scripts.map((script) => Object.fromEntries(script).src);
  expect(sources).toEqual([data.path, "/_next/static/a.js"]);
  expect(data.code).toContain('push([1,"</a>"])');
});

test("every script in the document has this response's nonce, and none has another's", async () => {
  const html = await documentOf("A show", "n0nce");
  const inline = [...html.matchAll(/<script(?![^>]*(?: src=|json))([^>]*)>/g)];
  expect(inline.map(([, attributes]) => attributes)).toEqual(inline.map(() => ' nonce="n0nce"'));
  expect(inline.length).toBe(2);
  expect(html).not.toContain(nonceMark);
});

test("a shell is the same each time, in any process", async () => {
  expect(await shellOf(page, "en")).toEqual(await shellOf(page, "en"));
});
