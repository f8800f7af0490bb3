import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { beforeEach, expect, test, vi } from "vitest";
import { finishBeforeExit } from "@/lib/draining";
import { noteSilentConnections, stopServing, stopWhenAsked } from "@/lib/server/stop";

vi.mock("@/lib/db/client", () => ({ pool: () => ({ end: async () => {} }) }));
vi.mock("@/lib/server/door", () => ({ openUpgrades: new Set() }));

const written: string[] = [];
beforeEach(() => {
  written.length = 0;
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, "write").mockImplementation((line) => written.push(String(line)) > 0);
  }
});
const warned = () => written.some((line) => line.includes("stopped before all requests"));

async function serving(answer: RequestListener): Promise<{ server: Server; port: number }> {
  const server = noteSilentConnections(createServer(answer)).listen(0, "127.0.0.1");
  await once(server, "listening");
  return { server, port: (server.address() as AddressInfo).port };
}

/** Milliseconds until the servers have stopped. */
async function stopped(...servers: Server[]): Promise<number> {
  const startedAt = performance.now();
  await stopServing(servers, 0);
  return performance.now() - startedAt;
}

test("a running request is answered in full before the process ends", async () => {
  const { server, port } = await serving(async (_, response) => {
    response.write("begin ");
    await pause(300);
    response.end("end");
  });
  const response = await fetch(`http://127.0.0.1:${port}`);
  const stopping = stopped(server);
  expect(await response.text()).toBe("begin end");
  await stopping;
  expect(warned()).toBe(false);
  await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow();
});

test("a connection that never sent a request does not hold the stop up", async () => {
  const { server, port } = await serving((_, response) => response.end());
  const silent = connect(port, "127.0.0.1");
  await once(server, "connection");
  expect(await stopped(server)).toBeLessThan(3_500);
  expect(warned()).toBe(false);
  silent.destroy();
});

test("a request that never ends is cut off after four seconds, and the log says so", async () => {
  const { server, port } = await serving(() => {});
  const cut = expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow();
  await once(server, "request");
  expect(await stopped(server)).toBeGreaterThan(3_900);
  await cut;
  expect(warned()).toBe(true);
}, 20_000);

test("work that no request waits for, such as a mail, finishes first", async () => {
  let sent = false;
  const send = async () => {
    await pause(300);
    sent = true;
  };
  finishBeforeExit(send());
  await stopped();
  expect(sent).toBe(true);
});

test("the first signal stops; a second one is nobody's, so that it ends the process at once", async () => {
  const signals = ["SIGTERM", "SIGINT"] as const;
  const listening = () => signals.map((signal) => process.listenerCount(signal));
  const before = listening();
  const exit = vi.spyOn(process, "exit").mockReturnValue(undefined as never);
  stopWhenAsked([], 0);
  expect(listening()).toEqual(before.map((n) => n + 1));
  process.emit("SIGTERM");
  expect(listening()).toEqual(before);
  await vi.waitFor(() => expect(exit).toHaveBeenCalledExactlyOnceWith(0), 5_000);
});
