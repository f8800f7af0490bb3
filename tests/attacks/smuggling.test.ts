import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AnotherApp, anotherApp } from "@/tests/support/api/another-app";
import { aLiveShow, anAccount, anUnusedViewerToken } from "@/tests/support/api/factories";

let app: AnotherApp;
beforeAll(async () => {
  app = await anotherApp();
});
afterAll(() => app?.stop());

/** The status of every answer to bytes sent on one connection, until the server closes it. */
function answersTo(bytes: string, { to = app.url, withinMs = 10_000 } = {}): Promise<number[]> {
  return new Promise((resolve, reject) => {
    let heard = "";
    const socket = connect(Number(new URL(to).port), "127.0.0.1");
    socket.setEncoding("latin1").setTimeout(withinMs);
    socket.on("connect", () => socket.write(bytes, "latin1"));
    socket.on("data", (chunk) => {
      heard += chunk;
    });
    socket.on("error", () => socket.destroy());
    socket.on("timeout", () => reject(new Error(`the connection stays open: ${heard}`)));
    socket.on("close", () => {
      resolve([...heard.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status)));
    });
  });
}

const smuggled = "GET /readyz HTTP/1.1\r\nHost: localhost\r\n\r\n";
const last = "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
const post = (headers: string[], body: string) =>
  `POST /auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n${headers.join("\r\n")}\r\n\r\n${body}`;

const chunked = `0\r\n\r\n${smuggled}`;
const ambiguous: Record<string, string> = {
  "Content-Length and Transfer-Encoding": post(
    ["Content-Length: 4", "Transfer-Encoding: chunked"],
    chunked,
  ),
  "Transfer-Encoding and Content-Length": post(
    ["Transfer-Encoding: chunked", `Content-Length: ${chunked.length}`],
    chunked,
  ),
  "two different Content-Lengths": post(
    ["Content-Length: 0", `Content-Length: ${smuggled.length}`],
    smuggled,
  ),
  "a Content-Length with a sign": post([`Content-Length: +${smuggled.length}`], smuggled),
  "a Content-Length in two parts": post([`Content-Length: 0, ${smuggled.length}`], smuggled),
  "a negative Content-Length": post(["Content-Length: -1"], smuggled),
  "a Content-Length in hex": post(["Content-Length: 0x30"], smuggled),
  "a space before the colon": post(["Transfer-Encoding : chunked"], chunked),
  "an encoding that is almost chunked": post(["Transfer-Encoding: xchunked"], chunked),
  "chunked, then another encoding": post(["Transfer-Encoding: chunked, identity"], chunked),
  "chunked twice": post(["Transfer-Encoding: chunked", "Transfer-Encoding: identity"], chunked),
  "a folded header": post(["Transfer-Encoding:", " chunked", "Content-Length: 4"], chunked),
  "a carriage return in a value": post(["X: a\rTransfer-Encoding: chunked"], chunked),
  "a NUL in a name": post(["Transfer-\0Encoding: chunked"], chunked),
  "a chunk's size that is no number": post(
    ["Transfer-Encoding: chunked"],
    `0x0\r\n\r\n${smuggled}`,
  ),
  "a chunk's size of 2^64": post(
    ["Transfer-Encoding: chunked"],
    `10000000000000000\r\n\r\n${smuggled}`,
  ),
  "a chunk without its line end": post(
    ["Transfer-Encoding: chunked"],
    `1\r\na0\r\n\r\n${smuggled}`,
  ),
};

for (const [what, bytes] of Object.entries(ambiguous)) {
  test(`400: a body whose end two readers would see at different places: ${what}`, async () => {
    expect(await answersTo(bytes)).toEqual([400]);
  });
}

const places = [
  "/",
  "/healthz",
  "/rtc/validate",
  "/watch/x",
  "/robots.txt",
  "/livestreams/x",
  "/no/such",
];
for (const method of ["GET", "HEAD", "POST", "DELETE", "OPTIONS", "TRACE"]) {
  test(`a body that ${method} does not take is never read as the next request`, async () => {
    for (const place of places) {
      const head = `${method} ${place} HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${smuggled.length}`;
      const answers = await answersTo(`${head}\r\n\r\n${smuggled}${last}`);
      // The server may close after the first; a third would be the smuggled one.
      expect(answers.length, `${place}: ${answers}`).toBeLessThanOrEqual(2);
      if (answers.length === 2) expect(answers[1]).toBe(200);
    }
  });
}

test("what follows a refused upgrade reaches neither the app nor LiveKit", async () => {
  const upgrade = (path: string) =>
    `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
    `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`;
  expect(await answersTo(upgrade("/rtc?access_token=x") + smuggled)).toEqual([401]);
  // Passes the gate, but LiveKit refuses a WebSocket version of its own past.
  const ada = await anAccount("Ada");
  const token = await anUnusedViewerToken(ada, await aLiveShow(ada), true);
  const old = upgrade(`/rtc?access_token=${token}`).replace("Version: 13", "Version: 7");
  const answers = await answersTo(old + smuggled);
  expect(answers).toHaveLength(1);
  expect(answers[0]).toBeGreaterThanOrEqual(400);
});

test("408: a request sent drop by drop, within half a minute", { timeout: 60_000 }, async () => {
  const startedAt = performance.now();
  const socket = connect(Number(new URL(app.url).port), "127.0.0.1");
  let heard = "";
  socket.setEncoding("latin1").on("data", (chunk) => {
    heard += chunk;
  });
  socket.on("error", () => socket.destroy());
  socket.write("GET /healthz HTTP/1.1\r\nHost: localhost\r\n");
  const drops = setInterval(() => socket.write("X: y\r\n"), 500);
  await new Promise((closed) => socket.once("close", closed));
  clearInterval(drops);
  expect(heard).toMatch(/^HTTP\/1\.1 408 /);
  expect(performance.now() - startedAt).toBeLessThan(30_000);
});
