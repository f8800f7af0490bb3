import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { allContracts } from "@/lib/contracts/all";
import { type AnotherApp, anotherApp } from "@/tests/support/api/another-app";
import { askRaw } from "@/tests/support/api/raw";
import { seed } from "./seed";

const requests = 2_500;
const atOnce = 6;
const longestMs = 5_000;

let app: AnotherApp;
beforeAll(async () => {
  app = await anotherApp();
});
afterAll(() => app?.stop());

// Every place of the server: what its contracts, its pages, next-auth, Next and LiveKit's signal answer for.
const places = [
  ...new Set(allContracts.map(({ contract }) => contract.path.replace(/\{\w+\}/g, "x"))),
  ...["/", "/rtc", "/rtc/validate", "/rtc/v1", "/rtc/v1/validate", "/watch/x", "/embed/x", "/join"],
  ...["/studio", "/studio/x", "/sign-in", "/sign-up", "/account", "/admin/accounts", "/@x"],
  ...[
    "/api/auth/session",
    "/api/auth/callback/credentials",
    "/api/auth/_log",
    "/docs/api",
    "/imprint",
  ],
  ...["/_next/static/x.js", "/_next/image", "/_next/data/x.json", "/modules/x.js", "/robots.txt"],
];
/** In the place of a slash. */
const slashes = [
  "/",
  "//",
  "\\",
  "%2f",
  "%2F",
  "%5c",
  "%252f",
  "/./",
  "/../",
  "/%2e%2e/",
  "/;/",
  "/%00/",
];
const hex = (code: number) => code.toString(16).padStart(2, "0");
/** Ways to write one character of a path. */
const spellings: ((character: string) => string)[] = [
  (character) => `%${hex(character.charCodeAt(0))}`,
  (character) => `%25${hex(character.charCodeAt(0))}`,
  (character) => `%c0%${hex(0x80 | (character.charCodeAt(0) & 0x3f))}`,
  (character) => `%u00${hex(character.charCodeAt(0))}`,
  (character) => character.toUpperCase(),
  (character) => character.repeat(2),
  () => "",
  () => "%",
  () => "\x7f",
];
/** Any byte that a request line can carry, and some that it cannot. */
const bytes = fc.string({
  unit: fc.integer({ min: 1, max: 255 }).map((code) => String.fromCharCode(code)),
  maxLength: 12,
});

const path = fc
  .tuple(
    fc.constantFrom(...places),
    fc.option(fc.tuple(fc.nat(60), fc.constantFrom(...spellings))),
    fc.option(fc.tuple(fc.nat(4), fc.constantFrom(...slashes))),
    fc.option(bytes, { freq: 3 }),
  )
  .map(([place, spelled, slashed, extra]) => {
    const parts = place.split("/").slice(1);
    const at = spelled ? spelled[0] % Math.max(1, place.length - 1) : -1;
    const respelled = spelled
      ? place.slice(0, at + 1) + spelled[1](place[at + 1] ?? "x") + place.slice(at + 2)
      : place;
    if (!slashed) return respelled + (extra ?? "");
    const [where, slash] = slashed;
    return parts.reduce(
      (whole, part, index) => whole + (index === where % parts.length ? slash : "/") + part,
      "",
    );
  });

const query = fc.oneof(
  { weight: 3, arbitrary: fc.constant("") },
  fc.constantFrom("?", "??x=1", "?a=?&publish=x", "?%", "?x=%00", "?__proto__=1", "?x[]=1&x[]=2"),
  bytes.map((text) => `?x=${text}`),
);

/** The forms of a request target (RFC 9112, 3.2). */
const forms: ((path: string) => string)[] = [
  (given) => given,
  (given) => given,
  (given) => given,
  (given) => given.slice(1),
  (given) => `http://localhost${given}`,
  (given) => `http://evil.example${given}`,
  (given) => `//evil.example${given}`,
  (given) => `file://${given}`,
  (given) => `${given}#x`,
  (given) => `${given}/${"a".repeat(20_000)}`,
  () => "*",
  () => "localhost:443",
  () => "",
];

const request = fc.record({
  target: fc
    .tuple(path, query, fc.constantFrom(...forms))
    .map(([where, search, form]) => form(where + search)),
  method: fc.constantFrom(
    ...["GET", "GET", "GET", "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"],
    ...["CONNECT", "M-SEARCH", "LINK", "QUERY", "get", "FOO", "X".repeat(5_000), "G\u00e9T"],
  ),
  host: fc.oneof(
    { weight: 4, arbitrary: fc.constant("Host: localhost") },
    fc.constantFrom(
      ...[
        "Host: evil.example",
        "Host:",
        "Host: localhost\r\nHost: localhost",
        "Host: [::1]",
        "Host: \u00e9",
      ],
      ...[
        "Host: localhost:99999",
        "Host: localhost@evil.example",
        "Host: evil.example\r\nHost: localhost",
      ],
      ...["Host: localhost.", "Host: 127.1", "Host: 0x7f.1", `Host: ${"a".repeat(300)}`],
    ),
  ),
  headers: fc.subarray(
    [
      ...["Accept: text/html", "RSC: 1", "Upgrade-Insecure-Requests: 1", "Range: bytes=0-,0-,0-"],
      ...[
        "Connection: Upgrade\r\nUpgrade: websocket",
        "Connection: Upgrade\r\nUpgrade: h2c",
        "Upgrade: TLS/1.0",
      ],
      ...[
        "Sec-WebSocket-Key: x\r\nSec-WebSocket-Version: 99",
        "HTTP2-Settings: x",
        "Expect: 200-ok",
      ],
      ...[
        "Authorization: Basic x",
        "Authorization: Bearer",
        "Cookie: =",
        "Origin: null",
        "Content-Type: x",
      ],
      ...[
        "X-Forwarded-For: x",
        "X-Forwarded-Host: evil.example",
        "X-Original-URI: /rtc",
        "Forwarded: for=x",
      ],
      ...[
        "X-HTTP-Method-Override: DELETE",
        "X-Middleware-Subrequest: middleware",
        "Next-Router-Prefetch: 1",
      ],
      ...[
        "Accept-Language: *",
        "Accept-Encoding: x",
        "If-Modified-Since: x",
        "Transfer-Encoding: x",
      ],
    ],
    { maxLength: 4 },
  ),
});

test(`${requests} generated targets, methods, Hosts and headers: each is answered or refused within 5 s, none with a 500, and the app sends itself no requests`, {
  timeout: 180_000,
}, async () => {
  const waiting = fc.sample(request, { numRuns: requests, seed });
  const wrong: unknown[] = [];
  const ask = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { target, method, host, headers } = next;
      const startedAt = performance.now();
      const { status } = await askRaw(target, {
        to: app.url,
        method,
        headers: [host, ...headers],
      }).catch(() => ({ status: 0 }));
      const ms = performance.now() - startedAt;
      // A connection for CONNECT is closed without an answer. 501 is oEmbed's own.
      const isFine = status === 0 ? method === "CONNECT" : status < 500 || status === 501;
      if (!isFine || status === 101 || ms > longestMs) wrong.push({ ...next, status, ms });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, ask));
  expect(wrong, `reproduce with SEED=${seed}`).toEqual([]);
  expect(await app.ownRequests()).toBe(0);
  expect(await app.uncaught()).toBe(0);
  expect((await askRaw("/healthz", { to: app.url })).status).toBe(200);
});

// By proxies, load balancers and LiveKit. None of these reads a cookie.
const askedByAnyName = ["/healthz", "/readyz", "/livekit/authorize", "/livekit/webhook"];

test("421: another site's name that leads to this server (DNS rebinding), at every place", async () => {
  const answered: Record<string, number> = {};
  for (const place of places) {
    const headers = ["Host: evil.example", "Accept: text/html"];
    answered[place] = (await askRaw(place, { to: app.url, headers })).status;
  }
  const others = Object.keys(answered).filter((place) => answered[place] !== 421);
  expect(others.filter((place) => !askedByAnyName.includes(place))).toEqual([]);
});
