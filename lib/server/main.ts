import "server-only";
import type { Server } from "node:http";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { openDoor } from "./door";
import { addressesOf, listenOn } from "./listen";
import { serveMetrics } from "./metrics-server";
import { startNext } from "./next-app";
import { noteSilentConnections, stopOnSignal } from "./stop";

/** The app's process: our own server, with Next behind it (docs/decisions/0024-our-own-server.md). */
async function main(): Promise<void> {
  const { host, port, drainSeconds, metricsHost, metricsPort } = env();
  const servers: Server[] = [];
  stopOnSignal(servers, drainSeconds);
  const app = await startNext({ host, port });
  // Before the process is ready, which a taken port has to prevent.
  if (metricsPort !== null) await serveMetrics(metricsHost, metricsPort);
  const listening = await Promise.all(
    addressesOf(host).map((address) =>
      listenOn(noteSilentConnections(openDoor(app)), { address, port }),
    ),
  );
  servers.push(...listening.filter((server) => server !== null));
}

main().catch((error) => {
  log.error("the app could not start", error);
  process.exit(1);
});
