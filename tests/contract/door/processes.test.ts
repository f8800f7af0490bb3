import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { editLivestream, type Livestream } from "@/lib/contracts/livestreams";
import { type AnotherApp, anotherApp } from "@/tests/support/api/another-app";
import { Client } from "@/tests/support/api/client";
import { closeStreams, follow } from "@/tests/support/api/event-stream";
import { aHostToken, aLiveShow, anAccount } from "@/tests/support/api/factories";
import { connected, hangUpAll } from "@/tests/support/api/signal";
import { until } from "@/tests/support/api/until";
import { aFreePort } from "@/tests/support/free-port";

let app: AnotherApp;
let metricsPort: number;

beforeAll(async () => {
  metricsPort = await aFreePort();
  app = await anotherApp({ APP_PROCESSES: "2", METRICS_PORT: String(metricsPort) });
  await until("both processes run", async () => (await processes()).length === 2, 60_000);
}, 120_000);

afterAll(async () => {
  hangUpAll();
  closeStreams();
  await app?.stop();
});

async function metrics(): Promise<string> {
  return (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
}

/** The ids of the processes that share the port. */
async function processes(): Promise<number[]> {
  const children = readFileSync(`/proc/${app.pid}/task/${app.pid}/children`, "utf8");
  const listening = /^greenroom_change_listener 1$/m.test(await metrics());
  return listening ? children.trim().split(" ").map(Number) : [];
}

const count = async (name: string) => {
  const text = await metrics();
  return Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\d+)$`, "m").exec(text)?.[1] ?? 0);
};

test("two processes share one port: what one is told, the readers at both hear", async () => {
  const host = await anAccount();
  const mint = await aLiveShow(host);
  const here = new Client(host.api.bearer, undefined, app.url);
  const readers = await Promise.all(
    Array.from({ length: 8 }, () => follow(new Client(null, undefined, app.url), mint)),
  );
  expect(await count("greenroom_event_streams")).toBe(8);
  const title = "Heard at both";
  await here.ok(editLivestream, { params: { mint }, body: { title } });
  await until("all have heard it", () =>
    readers.every(({ frames }) => frames.some(({ data }) => (data as Livestream).title === title)),
  );
  await connected(await aHostToken(host, { mint, creator: host }), { base: app.url });
  expect(await count("greenroom_signal_connections")).toBe(1);
});

test("a process that is killed is replaced, while the other one answers", async () => {
  const [first = 0, second = 0] = await processes();
  process.kill(first, "SIGKILL");
  const replaced = await until(
    "it is replaced",
    async () => {
      const ask = () => fetch(`${app.url}/readyz`);
      // Once more, because the first request may have been on a connection to the killed one.
      expect((await ask().catch(ask)).status).toBe(200);
      const now = await processes();
      return now.length === 2 && !now.includes(first) ? now : null;
    },
    30_000,
  );
  expect(replaced).toContain(second);
  expect(app.said()).toContain(`app process ${first} ended, and is replaced`);
});

test("SIGTERM ends all of them, in order", async () => {
  const before = await processes();
  expect(await app.terminate()).toBe(0);
  for (const pid of before) expect(() => process.kill(pid, 0)).toThrow("ESRCH");
});
