import "server-only";
import cluster from "node:cluster";
import type { IncomingMessage, Server } from "node:http";
import type { Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { pool } from "@/lib/db/client";
import { startDraining, workIsFinished } from "@/lib/draining";
import { endStreams } from "@/lib/http/event-stream";
import { log } from "@/lib/log";
import { openUpgrades } from "./door";
import { stopMessage } from "./processes";

/** The launcher waits a little longer than both (scripts/launcher/services/next-app.mjs). */
const finishWithinMs = 4_000;
const closeWithinMs = 1_000;
const lookEveryMs = 50;
/** A client that connected to send a request has sent it by then. */
const silentMs = 500;

/** When each connection without a request was opened. Browsers open some in advance; Node counts them as busy. */
const silent = new Map<Socket, number>();

/** Has to be called before the server listens. */
export function noteSilentConnections(server: Server): Server {
  const spoke = ({ socket }: IncomingMessage) => silent.delete(socket);
  return server
    .on("connection", (socket) => {
      silent.set(socket, performance.now());
      socket.once("close", () => silent.delete(socket));
    })
    .on("request", spoke)
    .on("upgrade", spoke);
}

function endSilentConnections(): void {
  const latest = performance.now() - silentMs;
  for (const [socket, openedAt] of silent) if (openedAt < latest) socket.destroy();
}

/**
 * Stops on SIGTERM or SIGINT, or as one of several processes when the first one says so, and then exits.
 * `servers` may be filled later.
 */
export function stopWhenAsked(servers: Server[], graceSeconds: number): void {
  if (cluster.isWorker) {
    const ignore = () => {};
    process.on("SIGTERM", ignore).on("SIGINT", ignore);
    process.on("message", (message) => {
      if (message !== stopMessage) return;
      void stopServing(servers, graceSeconds).finally(() => process.exit(0));
    });
    return;
  }
  const stop = () => {
    // A second signal ends the process at once.
    process.off("SIGTERM", stop).off("SIGINT", stop);
    void stopServing(servers, graceSeconds).finally(() => process.exit(0));
  };
  process.once("SIGTERM", stop).once("SIGINT", stop);
}

/**
 * Stops serving, so that nobody notices if another process takes over. `/readyz` fails from the first
 * moment. After the grace period there are no new connections, event streams and signal connections
 * end, and running requests get a few seconds. Resolves when the process can exit.
 *
 * @param graceSeconds how long new requests are still taken
 */
export async function stopServing(servers: Server[], graceSeconds: number): Promise<void> {
  startDraining();
  log.info("stopping: new requests should go to another process");
  await pause(graceSeconds * 1_000);
  const closed = servers.map((server) => new Promise((resolve) => server.close(resolve)));
  // Repeated, because a running request may open a stream, and its connection becomes idle afterwards.
  const end = () => {
    endStreams();
    for (const socket of openUpgrades) (socket as Socket).destroySoon();
    for (const server of servers) server.closeIdleConnections();
    endSilentConnections();
  };
  end();
  const ending = setInterval(end, lookEveryMs);
  const finished = Promise.all(closed).then(workIsFinished);
  const inTime = await within(finishWithinMs, finished);
  clearInterval(ending);
  if (!inTime) log.warn("stopped before all requests and mail had finished");
  for (const server of servers) server.closeAllConnections();
  await within(closeWithinMs, pool().end());
}

/** Whether it settled in time. */
const within = (ms: number, work: Promise<unknown>): Promise<boolean> =>
  Promise.race([
    work.then(
      () => true,
      () => true,
    ),
    pause(ms, false),
  ]);
