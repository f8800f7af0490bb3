import "server-only";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { AggregatorRegistry, collectDefaultMetrics, Gauge, type Registry } from "prom-client";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { metrics } from "@/lib/metrics";
import { version } from "@/package.json";
import { isKnownHost } from "./known-hosts";
import { addressesOf, listenOn } from "./listen";

/** Answers Prometheus on a port of its own, so that no proxy in front of the app can forward it. */
export async function serveMetrics(host: string, port: number): Promise<void> {
  const registry = complete();
  await serve(host, port, () => registry.metrics());
}

/** The same with the sums of all processes that this one leads. */
export async function serveMetricsOfAll(host: string, port: number): Promise<void> {
  const all = new AggregatorRegistry();
  await serve(host, port, () => all.clusterMetrics());
}

/** Tells the leading process this one's metrics whenever it asks. */
export function tellMetrics(): void {
  AggregatorRegistry.setRegistries([complete()]);
  new AggregatorRegistry();
}

function complete(): Registry {
  const { registry } = metrics();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: "greenroom_info",
    help: "Always 1. The label is the version.",
    labelNames: ["version"],
    registers: [registry],
    aggregator: "first",
  }).set({ version }, 1);
  return registry;
}

async function serve(host: string, port: number, read: () => Promise<string>): Promise<void> {
  const listening = addressesOf(host).map((address) =>
    listenOn(
      createServer((request, response) => answer(request, response, read)),
      { address, port },
    ),
  );
  await Promise.all(listening);
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  read: () => Promise<string>,
): Promise<void> {
  const { method, url, headers, socket } = request;
  const { publicUrl, metricsHost, allowedHosts } = env();
  const hosts = { publicUrl, host: metricsHost, allowedHosts: allowedHosts ?? [] };
  if (!isKnownHost(headers.host, socket.localAddress, hosts)) {
    response.writeHead(403, { "Content-Type": "text/plain" });
    response.end("Unknown host name. To allow it, add it to ALLOWED_HOSTS.\n");
    return;
  }
  if (url !== "/metrics" || method !== "GET") {
    response.writeHead(404, { "Content-Type": "text/plain" }).end("Only GET /metrics.\n");
    return;
  }
  try {
    const text = await read();
    response.writeHead(200, { "Content-Type": metrics().registry.contentType }).end(text);
  } catch (error) {
    log.error("the metrics could not be written", error);
    response.writeHead(500).end();
  }
}
