import { ConnectionState, type Room } from "livekit-client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { followNetwork } from "@/lib/client/room/follow-network";

const room = { state: ConnectionState.Connected };
const said: string[] = [];
let stop: () => void;

beforeEach(() => {
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("navigator", { onLine: false });
  room.state = ConnectionState.Connected;
  said.length = 0;
  stop = followNetwork(room as Room, (name) => said.push(name));
});

afterEach(() => {
  stop();
  vi.unstubAllGlobals();
});

const serverAnswers = (answers: boolean) =>
  vi.stubGlobal("fetch", () => (answers ? Promise.resolve() : Promise.reject(new Error("down"))));

/** The browser reports it, and the server has had time to answer. */
async function happens(event: "offline" | "online") {
  window.dispatchEvent(new Event(event));
  await new Promise((resolve) => setTimeout(resolve));
}

test("a lost network is reported at once, and its return too", async () => {
  serverAnswers(false);
  await happens("offline");
  expect(said).toEqual(["reconnecting"]);
  await happens("online");
  expect(said).toEqual(["reconnecting", "connected"]);
});

test("a show on this machine continues without a network", async () => {
  serverAnswers(true);
  await happens("offline");
  expect(said).toEqual([]);
});

test("once LiveKit has noticed, its own reports count", async () => {
  serverAnswers(false);
  room.state = ConnectionState.Reconnecting;
  await happens("offline");
  await happens("online");
  expect(said).toEqual([]);
});
