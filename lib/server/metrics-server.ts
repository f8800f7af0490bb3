import "server-only";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { collectDefaultMetrics, Gauge } from "prom-client";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { metrics } from "@/lib/metrics";
import { version } from "@/package.json";
import { isKnownHost } from "./known-hosts";
import { addressesOf, listenOn } from "./listen";

/** Answers Prometheus on a port of its own, so that no proxy in front of the app can forward it. */
export async function serveMetrics(host: string, port: number): Promise<void> {
  const { registry } = metrics();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: "greenroom_info",
    help: "Always 1. The label is the version.",
    labelNames: ["version"],
    registers: [registry],
  }).set({ version }, 1);
  await Promise.all(
    addressesOf(host).map((address) => listenOn(createServer(answer), { address, port })),
  );
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
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
    const { registry } = metrics();
    const text = await registry.metrics();
    response.writeHead(200, { "Content-Type": registry.contentType }).end(text);
  } catch (error) {
    log.error("the metrics could not be written", error);
    response.writeHead(500).end();
  }
}
