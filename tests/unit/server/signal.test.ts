import { createServer, type IncomingMessage, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { judgeConnect } from "@/lib/mirror/gate";
import { openDoor } from "@/lib/server/door";
import { until } from "@/tests/support/api/until";
import { takeOwnSettings } from "@/tests/support/unit/settings";

const admitted = vi.hoisted(() => ({ admitted: true as const, room: "AnyShow123456789" }));
vi.mock("@/lib/mirror/gate", async (original) => ({
  ...(await original<typeof import("@/lib/mirror/gate")>()),
  judgeConnect: vi.fn(async () => admitted),
}));
takeOwnSettings();

const portOf = (server: Server) => (server.address() as AddressInfo).port;
const listening = (server: Server) =>
  new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

const asked: string[] = [];
const liveKit = createServer((request, response) => {
  asked.push(request.url ?? "");
  response.end();
}).on("upgrade", ({ url }: IncomingMessage, socket: Socket) => {
  asked.push(url ?? "");
  socket.end("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
});
const door = openDoor({
  answer: async (_, response) => void response.end(),
  dev: false,
  upgrade: null,
});
beforeAll(async () => {
  await Promise.all([listening(liveKit), listening(door)]);
  vi.stubEnv("LIVEKIT_URL", `http://127.0.0.1:${portOf(liveKit)}`);
});
afterAll(() => {
  liveKit.close();
  door.close();
});

function connectWith(token: string): Socket {
  const client = connect(portOf(door), "127.0.0.1").on("error", () => {});
  const upgrade = "Connection: Upgrade\r\nUpgrade: websocket";
  client.write(`GET /rtc?access_token=${token} HTTP/1.1\r\nHost: localhost\r\n${upgrade}\r\n\r\n`);
  return client;
}

test("LiveKit is not contacted for a client that left while its token was checked", async () => {
  let admit = (_: typeof admitted) => {};
  vi.mocked(judgeConnect).mockImplementationOnce(
    () =>
      new Promise((resolve) => {
        admit = resolve;
      }),
  );
  const judging = vi.mocked(judgeConnect).mock.calls;
  const accepted = new Promise<Socket>((resolve) => door.once("connection", resolve));
  const gone = connectWith("gone");
  const closed = new Promise((resolve) => accepted.then((socket) => socket.once("close", resolve)));
  await until("its token is being checked", () => judging.length === 1);
  gone.resetAndDestroy();
  await closed;
  admit(admitted);
  const here = connectWith("here");
  await new Promise((resolve) => here.once("close", resolve).resume());
  expect(asked.map((url) => new URLSearchParams(url.split("?")[1]).get("access_token"))).toEqual([
    "here",
  ]);
});
