import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { type AnotherApp, anotherApp } from "@/tests/support/api/another-app";
import { askRaw } from "@/tests/support/api/raw";

const requests = 1_200;
const atOnce = 6;
const longestMs = 5_000;

const app: AnotherApp = await anotherApp();
afterAll(() => app.stop());

const places = [
  ...["/", "/rtc", "/rtc/validate", "/rtc/v1", "/watch/x", "/watch/x/page/y", "/embed/x", "/join"],
  ...[
    "/@ada",
    "/channel/ada",
    "/studio/x",
    "/studio",
    "/sign-in",
    "/sign-up",
    "/docs/api",
    "/icon.svg",
  ],
  ...["/api/auth/session", "/api/auth/csrf", "/api/auth/signin", "/api/auth/callback/credentials"],
  ...["/api/auth/_log", "/auth/login", "/auth/sign-up", "/livestreams", "/livestreams/x/chat"],
  ...["/livestreams/x/cover", "/livestreams/x/events", "/accounts/ada", "/accounts/ada/card"],
  ...["/livekit/authorize", "/livekit/webhook", "/livekit/token", "/whip", "/whip/x", "/oembed"],
  ...[
    "/openapi.json",
    "/healthz",
    "/readyz",
    "/_next/image",
    "/_next/static/x.js",
    "/_next/data/x.json",
  ],
  ...["/modules/x.js", "/background-blur/1/x", "/waiting-room/x", "/_not-found", "/404", "/500"],
];
const spoilers = [
  ...["%", "%00", "%ff", "%E0%A4%A", "%2f", "%5c", "%2e%2e", "%252e", "%0d%0a", "%c0%ae"],
  ...["..", ".", "/", "//", "\\", ";x", "#", "@", "$", "[", "|", "\u00e9", "a".repeat(4_000)],
];
const queries = [
  ...[
    "",
    "",
    "?",
    "??",
    "?a=?&publish=x",
    "?x=%00",
    "?x=%ff",
    "?%",
    "?callbackUrl=http://[",
    "?_rsc=1",
  ],
  ...[
    "?callbackUrl=%00",
    "?callbackUrl=studio",
    "?callbackUrl=%3Fx",
    "?callbackUrl=javascript:x",
    "?url=/x&w=16&q=75",
    "?access_token=a&access_token=b",
  ],
];
const methods = [
  ...["GET", "GET", "GET", "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"],
  ...["TRACE", "PROPFIND", "PURGE", "SEARCH"],
];
const hosts = [
  ...[
    "localhost",
    "127.0.0.1",
    "[::1]",
    "localhost:1",
    "evil.example",
    "",
    "[",
    "[::1",
    "a b",
    "%00",
  ],
  ...[
    "localhost:99999",
    "127.999.0.1",
    "localhost:x",
    "@",
    "a@b",
    "xn--a",
    "\u00e9",
    "localhost/x",
    ".",
    "::1",
  ],
];
const headers = [
  ...[
    "Accept: text/html",
    "Accept: text/html\r\nUpgrade-Insecure-Requests: 1",
    "Accept: */*",
    "RSC: 1",
  ],
  ...[
    "X-Whole-Page: x",
    "X-Forwarded-Host: evil.example",
    "X-Forwarded-Proto: x",
    "Next-Action: x",
  ],
  ...[
    "Cookie: next-auth.callback-url=http://[",
    "Cookie: next-auth.callback-url=studio",
    "Cookie: next-auth.session-token=%00",
    "Cookie: =;;%",
  ],
  ...[
    "Authorization: Bearer \u00e9",
    "Content-Type: application/json",
    "Range: bytes=9-1",
    "Origin: null",
    "Origin: http://x.test",
    "Expect: 100-continue",
    "Connection: Upgrade\r\nUpgrade: h2c",
  ],
  ...[
    "X-Middleware-Subrequest: proxy:proxy:proxy:proxy:proxy",
    "Connection: Upgrade\r\nUpgrade: websocket",
  ],
  ...[
    "Next-Router-State-Tree: %00",
    "Accept-Language: \u00e9",
    "If-None-Match: x",
    "X-Request-Id: \u00e9",
  ],
];

const escapedAt = (path: string, at: number) => {
  const index = 1 + (at % Math.max(1, path.length - 1));
  const hex = path.charCodeAt(index).toString(16);
  return index < path.length ? `${path.slice(0, index)}%${hex}${path.slice(index + 1)}` : path;
};

const target = fc
  .tuple(
    fc.constantFrom(...places),
    fc.oneof(
      fc.nat(40).map((at) => (path: string) => escapedAt(path, at)),
      fc.constant((path: string) => `${path}/`),
      fc.constant((path: string) => path),
      fc.constantFrom(...spoilers).map((spoiler) => (path: string) => path + spoiler),
      fc.constantFrom(...spoilers).map((spoiler) => (path: string) => `/${spoiler}${path}`),
      fc.constantFrom(...spoilers).map((spoiler) => (path: string) => path.replace(/x|$/, spoiler)),
    ),
    fc.constantFrom(...queries),
  )
  .map(([place, spoil, query]) => spoil(place) + query);

const request = fc.record({
  target,
  method: fc.constantFrom(...methods),
  host: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, fc.constantFrom(...hosts)),
  header: fc.constantFrom(...headers),
  body: fc.constantFrom("", "", "{", '{"email":"a\\u0000b"}', "a=%00"),
});

test(`${requests} odd paths, methods, Hosts and headers: each is answered within 5 s, none with a 500, and the app sends itself no requests`, {
  timeout: 240_000,
}, async () => {
  const waiting = fc.sample(request, { numRuns: requests, seed: 197 });
  const wrong: unknown[] = [];
  const ask = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { method, host, header, body } = next;
      const answer = await askRaw(next.target, {
        to: app.url,
        method,
        headers: [
          header,
          ...(host === null ? [] : [`Host: ${host}`]),
          ...(body ? [`Content-Length: ${body.length}`] : []),
        ],
        body,
      }).catch((error: Error) => ({ status: 0, ms: 0, head: error.message }));
      const { status, ms } = answer;
      if (status === 500 || status < 200 || status > 599 || ms > longestMs) {
        wrong.push({ ...next, status, ms, head: answer.head.slice(0, 60) });
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, ask));
  expect(wrong).toEqual([]);
  expect(await app.ownRequests()).toBe(0);
});

for (const path of [
  "/%72tc",
  "/w%61tch/x/page/y",
  "/watch/x/page/y/",
  "/watch/x/page/y",
  "/watch/x/",
]) {
  test(`a browser's GET ${path} causes no request of the app to itself`, async () => {
    const before = await app.ownRequests();
    const asBrowser = ["Accept: text/html", "Upgrade-Insecure-Requests: 1"];
    const { status } = await askRaw(path, { to: app.url, headers: asBrowser });
    expect(status).toBeLessThan(500);
    expect(await app.ownRequests()).toBe(before);
  });
}
