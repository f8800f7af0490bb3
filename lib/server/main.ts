import "server-only";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { openDoor } from "./door";
import { addressesOf, listenOn } from "./listen";
import { serveMetrics } from "./metrics-server";
import { startNext } from "./next-app";
import { stopServing } from "./stop";

/** The app's process: our own server, with Next behind it (docs/decisions/0024-our-own-server.md). */
async function main(): Promise<void> {
  const { host, port, drainSeconds, metricsHost, metricsPort } = env();
  const app = await startNext({ host, port });
  const listening = await Promise.all(
    addressesOf(host).map((address) => listenOn(openDoor(app), { address, port })),
  );
  const servers = listening.filter((server) => server !== null);
  if (metricsPort !== null) await serveMetrics(metricsHost, metricsPort);
  const stop = () => {
    // A second signal ends the process at once.
    process.off("SIGTERM", stop).off("SIGINT", stop);
    void stopServing(servers, drainSeconds).finally(() => process.exit(0));
  };
  process.once("SIGTERM", stop).once("SIGINT", stop);
}

main().catch((error) => {
  log.error("the app could not start", error);
  process.exit(1);
});
