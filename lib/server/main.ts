import "server-only";
import cluster from "node:cluster";
import type { Server } from "node:http";
import { flushCompileCache } from "node:module";
import { setTimeout as pause } from "node:timers/promises";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { whyUnready } from "@/lib/readiness";
import { openDoor } from "./door";
import { addressesOf, listenOn } from "./listen";
import { serveMetrics, serveMetricsOfAll, tellMetrics } from "./metrics-server";
import { startNext } from "./next-app";
import { leadProcesses, processCount } from "./processes";
import { noteSilentConnections, stopWhenAsked } from "./stop";

const readyWithinMs = 10_000;
const lookEveryMs = 50;

async function main(): Promise<void> {
  const { appProcesses, metricsHost, metricsPort } = env();
  // Next rebuilds pages in one process only.
  const count = process.env.NODE_ENV === "development" ? 1 : processCount(appProcesses);
  if (count === 1 || cluster.isWorker) return serve();
  if (metricsPort !== null) await serveMetricsOfAll(metricsHost, metricsPort);
  leadProcesses(count);
}

/** One app process: our own server, with Next behind it (docs/decisions/0024-our-own-server.md). */
async function serve(): Promise<void> {
  const { host, port, drainSeconds, metricsHost, metricsPort } = env();
  const servers: Server[] = [];
  stopWhenAsked(servers, drainSeconds);
  // Before Next starts, because a process that does not answer costs the metrics of all.
  if (cluster.isWorker) tellMetrics();
  const app = await startNext({ host, port });
  // Before the process is ready, which a taken port has to prevent.
  if (cluster.isWorker) await readyOr(readyWithinMs);
  else if (metricsPort !== null) await serveMetrics(metricsHost, metricsPort);
  const listening = await Promise.all(
    addressesOf(host).map((address) =>
      listenOn(noteSilentConnections(openDoor(app)), { address, port }),
    ),
  );
  servers.push(...listening.filter((server) => server !== null));
  // Node does it when a process exits, and one that is killed does not.
  flushCompileCache();
}

/** While the others serve, a process that is not ready should get no connections; but eventually it has to say why. */
async function readyOr(afterMs: number): Promise<void> {
  const deadline = performance.now() + afterMs;
  while (whyUnready() !== null && performance.now() < deadline) await pause(lookEveryMs);
}

main().catch((error) => {
  log.error("the app could not start", error);
  process.exit(1);
});
