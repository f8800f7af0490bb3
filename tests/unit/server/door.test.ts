import type { Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { peerHeader } from "@/lib/http/client-address";
import { proxiedHeader } from "@/lib/http/from-this-machine";
import { requestId } from "@/lib/request-id";
import { openDoor } from "@/lib/server/door";
import { askRaw } from "@/tests/support/api/raw";
import { until } from "@/tests/support/api/until";
import { takeOwnSettings } from "@/tests/support/unit/settings";

takeOwnSettings();

/** Returns what Next would receive, as the response's body. */
const server: Server = openDoor({
  answer: async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method, url, headers } = request;
    const bytes = Buffer.concat(chunks).length;
    response.end(JSON.stringify({ method, url, headers, bytes, id: requestId() }));
  },
  dev: false,
  upgrade: null,
});
let to: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  to = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

async function given(target: string, more: Parameters<typeof askRaw>[1] = {}) {
  const { status, body } = await askRaw(target, { to, ...more });
  expect(status).toBe(200);
  return JSON.parse(body.slice(body.indexOf("{"), body.lastIndexOf("}") + 1));
}

async function refused(target: string, more: Parameters<typeof askRaw>[1] = {}) {
  const { status, head, body } = await askRaw(target, { to, ...more });
  expect(head).toMatch(/^content-type: application\/problem\+json/im);
  expect(JSON.parse(body)).toMatchObject({ status });
  return JSON.parse(body).code;
}

test("Next receives the canonical path, however it was written", async () => {
  expect((await given("/w%61tch/x%2fy/?a=%72")).url).toBe("/watch/x%2Fy/?a=%72");
});

test("400: a URL without a single meaning", async () => {
  for (const target of [
    "/%E0%A4%A",
    "/@100%",
    "/livestreams/%ff",
    "/a%00",
    "/a/../b",
    "//a",
    "*",
  ]) {
    expect(await refused(target), target).toBe("invalid-request");
  }
});

test("404 and 405: of LiveKit, only the signal is reachable, with GET only", async () => {
  expect(await refused("/rtc/twirp")).toBe("endpoint-not-found");
  expect(await refused("/%72tc/")).toBe("endpoint-not-found");
  expect(await refused("/rtc", { method: "POST" })).toBe("method-not-allowed");
  expect(await refused("/%72tc")).toBe("invalid-room-token");
});

const ours = ["localhost", "LOCALHOST:1", "127.0.0.1:80", "127.9.9.9", "[::1]:3000", "localhost."];
const others = [
  "evil.example",
  "localhost.evil.example",
  "10.0.0.1",
  "[::2]",
  "",
  "a b",
  "[",
  "localhost:x",
  "localhost:99999",
  "127.999.0.1",
];

test("a Host name of this machine is answered", async () => {
  for (const host of ours) await given("/", { headers: [`Host: ${host}`] });
});

test("421: any other Host, or two of them, except on endpoints that need no name", async () => {
  for (const host of others) {
    expect(await refused("/", { headers: [`Host: ${host}`] }), host).toBe("unknown-host");
    await given("/healthz", { headers: [`Host: ${host}`] });
  }
  const twice = ["Host: localhost", "Host: localhost"];
  expect(await refused("/", { headers: twice })).toBe("unknown-host");
});

test("Next receives the peer's address and no forwarded host, whatever the client writes", async () => {
  const forged = [`${peerHeader}: 203.0.113.9`, "X-Forwarded-Host: evil.example"];
  const { headers } = await given("/", { headers: forged });
  expect(headers[peerHeader]).toBe("127.0.0.1");
  expect(headers["x-forwarded-host"]).toBeUndefined();
});

test("Next knows whether a proxy forwarded the request, and a client cannot forge it", async () => {
  const { headers } = await given("/", { headers: ["X-Forwarded-Host: evil.example"] });
  expect(headers[proxiedHeader]).toBe("yes");
  const direct = await given("/", { headers: [`${proxiedHeader}: yes`] });
  expect(direct.headers[proxiedHeader]).toBe("no");
});

test("each request has an id, in its response and in everything done for it", async () => {
  const { head, body } = await askRaw("/", { to, headers: ["X-Request-Id: not-believed"] });
  const id = /^x-request-id: ([\w-]{36})$/im.exec(head)?.[1];
  expect(id).toBeDefined();
  expect(body).toContain(`"id":"${id}"`);
});

const kib = 1_024;
const sized = (bytes: number) => ({
  method: "POST",
  headers: [`Content-Length: ${bytes}`],
  body: "x".repeat(bytes),
});
const chunked = (bytes: number) => ({
  method: "POST",
  headers: ["Transfer-Encoding: chunked"],
  body: `${bytes.toString(16)}\r\n${"x".repeat(bytes)}\r\n0\r\n\r\n`,
});

for (const [how, body] of Object.entries({ "a length": sized, chunks: chunked })) {
  test(`a body with ${how} arrives complete, up to the limit`, async () => {
    expect((await given("/anything", body(64 * kib))).bytes).toBe(64 * kib);
    const cover = { ...body(1_024 * kib), method: "PUT" };
    expect((await given("/livestreams/x/cover", cover)).bytes).toBe(1_024 * kib);
  });

  test(`413: a larger body with ${how}, at every endpoint`, async () => {
    for (const path of ["/api/auth/callback/credentials", "/anything", "/livekit/webhook"]) {
      expect(await refused(path, body(64 * kib + 1)), path).toBe("body-too-large");
    }
    const cover = { ...body(1_024 * kib + 1), method: "PUT" };
    expect(await refused("/livestreams/x/cover", cover)).toBe("body-too-large");
  });
}

test("413: a large Content-Length is refused, and a client that keeps sending is disconnected", async () => {
  const { status, ms } = await askRaw("/anything", {
    to,
    method: "POST",
    headers: ["Content-Length: 300000000"],
    body: "x".repeat(kib),
  });
  expect(status).toBe(413);
  expect(ms).toBeLessThan(8_000);
});

test("an upgrade that is not supported is answered as a plain request", async () => {
  await given("/", { headers: ["Connection: Upgrade", "Upgrade: h2c"] });
});

test("a refused upgrade is closed, even if the client keeps its half open", async () => {
  const client = connect({
    port: Number(new URL(to).port),
    host: "127.0.0.1",
    allowHalfOpen: true,
  });
  let heard = "";
  client.setEncoding("latin1").on("data", (text) => {
    heard += text;
  });
  const upgrade = "Connection: Upgrade\r\nUpgrade: websocket";
  client.write(`GET /rtc HTTP/1.1\r\nHost: localhost\r\n${upgrade}\r\n\r\n`);
  await new Promise((resolve) => client.once("end", resolve));
  expect(heard).toMatch(/^HTTP\/1\.1 401 .*"code":"invalid-room-token"/s);
  const connections = () =>
    new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)));
  await until("the server has closed it", async () => (await connections()) === 0);
  client.destroy();
});
