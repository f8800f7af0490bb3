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

/** What Next would be given: as the answer's body. */
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

test("Next is given the canonical path, whatever was written", async () => {
  expect((await given("/w%61tch/x%2fy/?a=%72")).url).toBe("/watch/x%2Fy/?a=%72");
});

test("400: an address with no single reading", async () => {
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

test("404 and 405: nothing of LiveKit's but its signal, and by GET alone", async () => {
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

test("a Host of this machine's own is answered", async () => {
  for (const host of ours) await given("/", { headers: [`Host: ${host}`] });
});

test("421: a Host of anybody else's, or two of them; but not where no name is needed", async () => {
  for (const host of others) {
    expect(await refused("/", { headers: [`Host: ${host}`] }), host).toBe("unknown-host");
    await given("/healthz", { headers: [`Host: ${host}`] });
  }
  const twice = ["Host: localhost", "Host: localhost"];
  expect(await refused("/", { headers: twice })).toBe("unknown-host");
});

test("the sender's address and the host are told to Next by us, whatever the client writes", async () => {
  const forged = [`${peerHeader}: 203.0.113.9`, "X-Forwarded-Host: evil.example"];
  const { headers } = await given("/", { headers: forged });
  expect(headers[peerHeader]).toBe("127.0.0.1");
  expect(headers["x-forwarded-host"]).toBeUndefined();
});

test("Next is told of a proxy's trace that the door takes away, and of none that is made up", async () => {
  const { headers } = await given("/", { headers: ["X-Forwarded-Host: evil.example"] });
  expect(headers[proxiedHeader]).toBe("yes");
  const direct = await given("/", { headers: [`${proxiedHeader}: yes`] });
  expect(direct.headers[proxiedHeader]).toBe("no");
});

test("each request has an id, in its answer and for whatever is done for it", async () => {
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
  test(`a body with ${how} arrives whole, up to the limit`, async () => {
    expect((await given("/anything", body(64 * kib))).bytes).toBe(64 * kib);
    const cover = { ...body(1_024 * kib), method: "PUT" };
    expect((await given("/livestreams/x/cover", cover)).bytes).toBe(1_024 * kib);
  });

  test(`413: a body with ${how} that is larger, at any door`, async () => {
    for (const path of ["/api/auth/callback/credentials", "/anything", "/livekit/webhook"]) {
      expect(await refused(path, body(64 * kib + 1)), path).toBe("body-too-large");
    }
    const cover = { ...body(1_024 * kib + 1), method: "PUT" };
    expect(await refused("/livestreams/x/cover", cover)).toBe("body-too-large");
  });
}

test("413: a length alone is enough, and a client that goes on sending is hung up on", async () => {
  const { status, ms } = await askRaw("/anything", {
    to,
    method: "POST",
    headers: ["Content-Length: 300000000"],
    body: "x".repeat(kib),
  });
  expect(status).toBe(413);
  expect(ms).toBeLessThan(8_000);
});

test("an upgrade that nobody takes is answered without it", async () => {
  await given("/", { headers: ["Connection: Upgrade", "Upgrade: h2c"] });
});

test("a refused upgrade is closed, also for a client that keeps its half open", async () => {
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
