import { afterAll, expect, test } from "vitest";
import { type AnotherApp, anotherApp } from "@/tests/support/api/another-app";
import { Client } from "@/tests/support/api/client";
import { aHostToken, aLiveShow, anAccount } from "@/tests/support/api/factories";
import { connected, hangUpAll } from "@/tests/support/api/signal";
import { until } from "@/tests/support/api/until";

const apps: AnotherApp[] = [];
const anApp = async (settings: Record<string, string> = {}) => {
  const app = await anotherApp(settings);
  apps.push(app);
  return app;
};
afterAll(async () => {
  hangUpAll();
  await Promise.all(apps.map((app) => app.stop()));
});

const at = (app: AnotherApp) => new Client(undefined, undefined, app.url);
const readyz = (app: AnotherApp) => at(app).send("/readyz");

test("503 while the process stops: readyz fails at once, and requests are still answered", async () => {
  const app = await anApp({ DRAIN_SECONDS: "3" });
  expect((await readyz(app)).status).toBe(200);
  const ended = app.terminate();
  const unready = await until("readyz fails", async () => {
    const answer = await readyz(app);
    return answer.status === 503 ? answer : null;
  });
  expect(unready.body).toEqual({ ready: false, reason: "draining" });
  expect(unready.headers.get("retry-after")).toBe("5");
  expect((await at(app).send("/healthz")).status).toBe(200);
  const answer = await at(app).send("/livestreams");
  expect([answer.status, answer.headers.get("connection")]).toEqual([200, "close"]);
  expect(await ended).toBe(0);
  await expect(readyz(app)).rejects.toThrow();
});

test("a stopping process completes its event streams, ends signal connections, and exits with 0", async () => {
  const app = await anApp();
  const host = await anAccount();
  const mint = await aLiveShow(host);
  const stream = await fetch(`${app.url}/livestreams/${mint}/events`, {
    headers: { authorization: `Bearer ${host.api.bearer}` },
  });
  expect(stream.status).toBe(200);
  const signal = await connected(await aHostToken(host, { mint, creator: host }), {
    base: app.url,
  });
  const startedAt = performance.now();
  const ended = app.terminate();
  // A broken connection would reject.
  expect(await stream.text()).toContain("event: ");
  await signal.closed;
  expect(await ended).toBe(0);
  // Without the bound of running requests, which would be four seconds.
  expect(performance.now() - startedAt).toBeLessThan(3_500);
  expect(app.said()).not.toContain('"level":"error"');
});
