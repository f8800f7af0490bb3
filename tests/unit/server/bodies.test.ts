import type { Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDoor } from "@/lib/server/door";
import { askRaw } from "@/tests/support/api/raw";
import { until } from "@/tests/support/api/until";
import { takeOwnSettings } from "@/tests/support/unit/settings";

takeOwnSettings();

const mib = 1_024 * 1_024;
const cover = "/livestreams/x/cover";
let server: Server;
let to: string;
let senders: Socket[];
let accepted: Socket[];
beforeEach(async () => {
  senders = [];
  accepted = [];
  server = openDoor({
    answer: async (_, response) => void response.end("whole"),
    dev: false,
    upgrade: null,
  });
  server.on("connection", (socket) => accepted.push(socket));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  to = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  for (const socket of senders) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
});

/** A cover whose end is never sent. */
async function stalled(header: string, body: Buffer): Promise<{ heard: () => string }> {
  const socket = connect(Number(new URL(to).port), "127.0.0.1").on("error", () => {});
  senders.push(socket);
  let heard = "";
  socket.setEncoding("latin1").on("data", (text) => {
    heard += text;
  });
  const head = Buffer.from(`PUT ${cover} HTTP/1.1\r\nHost: localhost\r\n${header}\r\n\r\n`);
  socket.write(head);
  socket.write(body);
  const sent = head.length + body.length;
  const arrived = () =>
    accepted.find(({ remotePort }) => remotePort === socket.localPort)?.bytesRead === sent;
  await until("the body has arrived, as far as it was sent", arrived);
  return { heard: () => heard };
}

function bytesInUse(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

test("a body in chunks of one byte takes as little memory as one piece", async () => {
  const sent = Buffer.from("1\r\nx\r\n".repeat(200_000));
  const before = bytesInUse();
  await stalled("Transfer-Encoding: chunked", sent);
  expect(bytesInUse() - before).toBeLessThan(4 * mib);
});

test("429: when stalled bodies become too many, the oldest is dropped for a new one", async () => {
  const almost = Buffer.alloc(mib - 1);
  const oldest = await stalled(`Content-Length: ${mib}`, almost);
  const more = Array.from({ length: 63 }, () => stalled(`Content-Length: ${mib}`, almost));
  await Promise.all(more);
  expect(oldest.heard()).toBe("");
  const body = "x".repeat(mib);
  const headers = [`Content-Length: ${mib}`];
  expect((await askRaw(cover, { to, method: "PUT", headers, body })).status).toBe(200);
  expect(oldest.heard()).toMatch(/^HTTP\/1\.1 429 .*\r\nRetry-After: \d+\r\n/s);
  expect(oldest.heard()).toContain('"code":"too-many-requests"');
});
