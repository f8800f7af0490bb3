import { request } from "node:http";
import { beforeAll, expect, test } from "vitest";
import { Client } from "@/tests/support/api/client";
import { aHostToken, aLiveShow, anAccount, aViewerToken } from "@/tests/support/api/factories";
import { validate } from "@/tests/support/api/gate";
import { server } from "@/tests/support/api/server";
import { openSignal, roomService } from "@/tests/support/api/signal";
import { claimsOf } from "@/tests/support/api/tokens";

let mint: string;
let host: string;
let viewer: string;
beforeAll(async () => {
  const ada = await anAccount();
  mint = await aLiveShow(ada);
  host = await aHostToken(ada, { mint, creator: ada });
  viewer = await aViewerToken(ada, mint, true);
});

/** Sends the path exactly as written, where `fetch` would normalise it. */
function post(path: string, token: string): Promise<number> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const asked = request({
      ...{ hostname, port, path, method: "POST" },
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    });
    asked.on("error", reject);
    asked.on("response", (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.end(JSON.stringify({ room: mint, identity: claimsOf(host).sub }));
  });
}

const behind = [
  "/twirp/livekit.RoomService/ListParticipants",
  "/rtc/../twirp/livekit.RoomService/ListParticipants",
  "/rtc/%2e%2e/twirp/livekit.RoomService/ListParticipants",
  "/rtc/..%2ftwirp/livekit.RoomService/ListParticipants",
  "/rtc/..%5ctwirp/livekit.RoomService/ListParticipants",
  "/rtc//twirp/livekit.RoomService/ListParticipants",
  "//twirp/livekit.RoomService/ListParticipants",
  "/whip/v1",
  "/rtc/%2e%2e/whip/v1",
  "/debug/rooms",
  "/rtc/%2e%2e/debug/rooms",
  "/agent",
];
for (const path of behind) {
  test(`refused: LiveKit's other endpoints are unreachable from outside: ${path}`, async () => {
    // Some are answered by a redirect or by LiveKit's signal handler, never with the call's result.
    expect(await post(path, host)).toBeGreaterThanOrEqual(300);
  });
}

test("200: LiveKit itself would have answered the same token on loopback", async () => {
  expect((await roomService().listParticipants(mint)).length).toBe(0);
  const url = `${server.livekitUrl}/twirp/livekit.RoomService/ListParticipants`;
  const headers = { "content-type": "application/json", authorization: `Bearer ${host}` };
  const answer = await fetch(url, {
    method: "POST",
    headers,
    body: JSON.stringify({ room: mint }),
  });
  expect(answer.status).toBe(200);
});

test("401: the second signal path has the same gate", async () => {
  const claims = claimsOf(viewer);
  const signal = await openSignal("nonsense", { path: "/rtc/v1" });
  expect(signal.status).toBe(401);
  const validateV1 = (token: string) =>
    new Client().send(`/rtc/v1/validate?access_token=${token}&join_request=AAAA`);
  expect((await validateV1("nonsense")).status).toBe(401);
  expect((await validateV1(viewer)).status).not.toBe(401);
  expect(claims.video.room).toBe(mint);
});

test("200: the gate recreates the room of a live show that LiveKit has lost", async () => {
  await roomService().deleteRoom(mint);
  expect(await roomService().listRooms([mint])).toEqual([]);
  expect((await validate(viewer)).status).toBe(200);
  expect(await roomService().listRooms([mint])).toHaveLength(1);
});

test("200: healthz says that the process lives, and readyz that it can serve", async () => {
  const alive = await new Client().send("/healthz");
  expect([alive.status, alive.body]).toEqual([200, { alive: true }]);
  const ready = await new Client().send("/readyz");
  expect([ready.status, ready.body]).toEqual([200, { ready: true }]);
  for (const { headers } of [alive, ready]) expect(headers.get("cache-control")).toBe("no-store");
});

for (const path of [
  "/auth/nothing",
  "/livestreams/NoSuchShow123456/nothing",
  "/api/v1/livekit/guest/nothing",
]) {
  test(`404: an endpoint that does not exist is refused with a problem of the API: ${path}`, async () => {
    const answer = await new Client().send(path, { headers: { accept: "application/json" } });
    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-type")).toMatch(/^application\/problem\+json/);
    expect(answer.body).toMatchObject({ code: "endpoint-not-found", title: "Not Found" });
  });
}
