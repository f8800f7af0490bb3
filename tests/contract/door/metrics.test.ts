import { afterAll, expect, test } from "vitest";
import { readServer } from "@/lib/contracts/admin/server";
import { anAdmin } from "@/tests/support/api/admins";
import { anotherApp } from "@/tests/support/api/another-app";
import { Client } from "@/tests/support/api/client";
import { aHostToken, aLiveShow, anAccount, say, unique } from "@/tests/support/api/factories";
import { connected, hangUpAll } from "@/tests/support/api/signal";
import { aFreePort } from "@/tests/support/free-port";

const port = await aFreePort();
const app = await anotherApp({ METRICS_PORT: String(port) });
afterAll(async () => {
  hangUpAll();
  await app.stop();
});

const metricsAt = (host: string) => fetch(`http://${host}:${port}/metrics`);
const read = async () => (await metricsAt("127.0.0.1")).text();

test("200: requests, the gate, chat and connections are counted, and no label names anyone", async () => {
  const host = await anAccount(unique("Ada"));
  const mint = await aLiveShow(host);
  const here = new Client(host.api.bearer, undefined, app.url);
  await say(here, mint, "hello");
  await connected(await aHostToken(host, { mint, creator: host }), { base: app.url });
  await here.send(`/livestreams/${mint}?q=${host.handle}`);
  const text = await read();
  for (const line of [
    'greenroom_chat_messages_total{channel="show"} 1',
    'greenroom_gate_duration_seconds_count{answer="admitted"} 1',
    "greenroom_signal_connections 1",
    "greenroom_change_listener 1",
    "greenroom_draining 0",
    'greenroom_http_request_duration_seconds_count{method="GET",route="/livestreams/{mint}",status="2xx"} 1',
  ]) {
    expect(text).toContain(line);
  }
  expect(text).toMatch(/^greenroom_database_(?:busy|idle) [1-9]/m);
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
  for (const personal of [mint, host.handle, host.id, host.name, here.address, "127.0.0.1"]) {
    expect(text).not.toContain(personal);
  }
});

test("200: the page This server has the same figures", async () => {
  const admin = await anAdmin();
  const here = new Client(admin.api.bearer, undefined, app.url);
  const { process } = await here.ok(readServer, {});
  expect(process.metrics).toBe(`127.0.0.1:${port}`);
  expect(process.signalConnections).toBeGreaterThan(0);
});

test("404: the app's own port has no metrics, and the metrics' port nothing else", async () => {
  const here = new Client(undefined, undefined, app.url);
  expect((await here.send("/metrics")).status).toBe(404);
  for (const path of ["/", "/healthz", "/metrics/x", "/metrics?x"]) {
    expect((await fetch(`http://127.0.0.1:${port}${path}`)).status, path).toBe(404);
  }
  const posted = await fetch(`http://127.0.0.1:${port}/metrics`, { method: "POST" });
  expect(posted.status).toBe(404);
  expect((await metricsAt("localhost")).status).toBe(200);
});

/** What the types in lib/metrics.ts leave open. */
const open: Record<string, RegExp> = {
  method: /^[A-Z]+$/,
  route: /^(?:\/(?:[a-z-]+|\{[A-Za-z]+\}|\[[A-Za-z]+\]))+$|^\/$/,
  call: /^[a-zA-Z]+$/,
  event: /^[a-z_]+$/,
  step: /^[a-z ]+$/,
  level: /^(?:debug|info|warn|error)$/,
};

test("200: routes are patterns, and no label has a value of a request's own", async () => {
  const values = [...(await read()).matchAll(/(\w+)="([^"]*)"/g)];
  const wrong = values.filter(([, label = "", value = ""]) => open[label]?.test(value) === false);
  expect(wrong.map(([text]) => text)).toEqual([]);
  expect(values.some(([, label]) => label === "route")).toBe(true);
});
