import "server-only";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { openDoor } from "./door";
import { addressesOf, listenOn } from "./listen";
import { startNext } from "./next-app";

/** The app's process: our own server, with Next behind it (docs/decisions/0024-our-own-server.md). */
async function main(): Promise<void> {
  const { host, port } = env();
  const app = await startNext({ host, port });
  const servers = await Promise.all(
    addressesOf(host).map((address) => listenOn(openDoor(app), { address, port })),
  );
  const stop = () => {
    for (const server of servers) server?.close();
  };
  process.once("SIGTERM", stop).once("SIGINT", stop);
}

main().catch((error) => {
  log.error("the app could not start", error);
  process.exit(1);
});
