import { beforeAll, expect, test } from "vitest";
import { Client } from "@/tests/support/api/client";
import { aLiveShow, aLivestream, anAccount, type Person } from "@/tests/support/api/factories";
import { askRaw } from "@/tests/support/api/raw";
import { claimsOf } from "@/tests/support/api/tokens";

const reader = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
const browser = { ...reader, "upgrade-insecure-requests": "1" };
const nextScript = /<script[^>]* src="\/_next\/[^>]* async=""/;

let hanna: Person;
beforeAll(async () => {
  hanna = await anAccount("Hanna");
});

const opens = (mint: string, headers = {}, method = "GET") =>
  new Client().send(`/watch/${mint}`, { method, headers: { ...browser, ...headers } });

const moduleIn = (text: string) => /type="module" async src="([^"]*)"/.exec(text)?.[1] ?? "none";

test("200: a live show's page connects before it loads any of the page's own scripts", async () => {
  const mint = await aLiveShow(hanna);
  const { status, text, headers } = await opens(mint);
  expect(status).toBe(200);
  expect(text).not.toMatch(nextScript);
  expect(text).toContain('rel="modulepreload" href="/modules/livekit-client.');
  const pass = /id="first-picture-pass" type="application\/json">([^<]*)</.exec(text)?.[1];
  expect(claimsOf(JSON.parse(pass ?? "").token).video).toMatchObject({ room: mint, hidden: true });
  expect(headers.get("link") ?? "").not.toMatch(/as="?(font|script)/);
});

for (const [what, lines] of Object.entries({
  "an upgrade to HTTP/2": [
    "Connection: Upgrade, HTTP2-Settings",
    "Upgrade: h2c",
    "HTTP2-Settings: AA",
  ],
  "Expect: 100-continue": ["Expect: 100-continue"],
  "headers for a proxy": [
    "Proxy-Connection: keep-alive",
    "TE: trailers",
    "Trailer: X",
    "Keep-Alive: x",
  ],
})) {
  test(`200: the page is whole with ${what}`, async () => {
    const mint = await aLiveShow(hanna);
    const headers = [
      ...Object.entries(browser).map(([name, value]) => `${name}: ${value}`),
      ...lines,
    ];
    const { status, body } = await askRaw(`/watch/${mint}`, { headers });
    expect(status).toBe(200);
    expect(body).toContain("first-picture-pass");
    expect(body).toContain("</html>");
  });
}

test("200: who only reads the page has it in one piece, its head first", async () => {
  const mint = await aLiveShow(hanna);
  const { text } = await new Client().send(`/watch/${mint}`, { headers: reader });
  const [head] = text.split("</head>");
  for (const part of ["<title>", 'property="og:title"', 'name="viewport"']) {
    expect(head).toContain(part);
  }
  expect(text).toMatch(nextScript);
  expect(moduleIn(text)).toBe("none");
});

test("200: what stands there before the page is as wide as the page", async () => {
  const { text } = await opens(await aLiveShow(hanna));
  const widths = [...text.matchAll(/<meta name="viewport" content="([^"]*)"/g)].map(([, it]) => it);
  expect(widths).toHaveLength(2);
  expect(new Set(widths).size).toBe(1);
});

test("204: to ask for the rest of a page that is none does nothing, and there is nothing to read", async () => {
  const mint = await aLiveShow(hanna);
  for (const id of ["none", crypto.randomUUID()]) {
    const path = `/watch/${mint}/page/${id}`;
    expect((await new Client().send(path, { method: "POST" })).status).toBe(204);
    expect((await new Client().send(path, { headers: browser })).status).toBe(404);
  }
});

test("200: its headers are those of every page", async () => {
  const mint = await aLiveShow(hanna);
  const lean = (await opens(mint)).headers;
  const whole = (await opens(mint, { "x-whole-page": "1" })).headers;
  const withoutNonce = (headers: Headers, name: string) =>
    headers.get(name)?.replace(/nonce-[\w+/=]+/, "nonce");
  for (const name of [
    "content-type",
    "content-security-policy",
    "referrer-policy",
    "cache-control",
  ]) {
    expect(withoutNonce(lean, name), name).toBe(withoutNonce(whole, name));
  }
  expect(lean.get("cache-control")).toContain("no-store");
  expect(lean.get("x-content-type-options")).toBe("nosniff");
});

test("200: without a show to connect to, the page loads as any other", async () => {
  const { mint } = await aLivestream(hanna);
  const { status, text } = await opens(mint);
  expect(status).toBe(200);
  expect(text).toMatch(nextScript);
  expect(moduleIn(text)).toBe("none");
});

test("200: React's own request gets what React understands", async () => {
  const mint = await aLiveShow(hanna);
  // Next first sends it to the same address with a mark for caches.
  const marked = (await opens(mint, { rsc: "1" })).headers.get("location") ?? "";
  const { status, headers } = await new Client().send(marked, {
    headers: { ...browser, rsc: "1" },
  });
  expect(status).toBe(200);
  expect(headers.get("content-type")).toContain("text/x-component");
});

test("200: HEAD has the status and no page", async () => {
  const mint = await aLiveShow(hanna);
  expect(await opens(mint, {}, "HEAD")).toMatchObject({ status: 200, text: "" });
});

test("404: a stranger cannot tell a private show from a missing one", async () => {
  const mint = await aLiveShow(hanna, "private");
  const title = (text: string) => /<title>[^<]*<\/title>/.exec(text)?.[0];
  const [hidden, missing] = [await opens(mint), await opens("NoSuchMint000000")];
  expect([hidden.status, missing.status]).toEqual([404, 404]);
  expect(title(hidden.text)).toBe(title(missing.text));
  expect(hidden.text).not.toContain("first-picture-pass");
});

test("200: a module is kept for good, since its name changes with its content", async () => {
  const mint = await aLiveShow(hanna);
  const address = moduleIn((await opens(mint)).text);
  for (const encoding of ["br", "gzip", "identity"]) {
    const { status, text, headers } = await new Client().send(address, {
      headers: { "accept-encoding": encoding },
    });
    expect(status).toBe(200);
    expect(text).toContain("/modules/livekit-client.");
    expect(headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(headers.get("content-type")).toMatch(/^text\/javascript/);
  }
});

test("404: no other file is a module", async () => {
  for (const name of ["manifest.json", "none.js", "..%2Fpackage.json", "..%2fproxy.ts"]) {
    expect((await new Client().send(`/modules/${name}`)).status, name).toBe(404);
  }
});
