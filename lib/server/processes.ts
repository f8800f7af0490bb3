import "server-only";
import cluster from "node:cluster";
import { availableParallelism } from "node:os";
import { log } from "@/lib/log";

/** With more, PostgreSQL's default of 100 connections would not be enough (lib/db/client.ts). */
const mostByItself = 4;
const mostDeathsAMinute = 5;
const minuteMs = 60_000;
const replacedAfterMs = 250;

/** Tells a process to stop. Ctrl-C in a terminal reaches all of them at once, so they ignore signals. */
export const stopMessage = "stop";

/** @param wanted null for one per core, minus the one that PostgreSQL and LiveKit need */
export function processCount(wanted: number | null): number {
  return wanted ?? Math.min(mostByItself, Math.max(1, availableParallelism() - 1));
}

/**
 * Starts processes that share one port, and replaces any that ends. Exits if the first one cannot start, or if
 * they keep ending. On SIGTERM or SIGINT all stop together, a second signal ends them at once.
 */
export function leadProcesses(count: number): void {
  let serving = false;
  let stopping = false;
  let deaths: number[] = [];
  const all = () => Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
  /** Called at each event that may be the last: a process is listed until both its exit and its disconnect. */
  const exitIfAlone = () => {
    if (stopping && all().length === 0) process.exit(0);
  };

  cluster.on("listening", () => {
    serving = true;
  });
  cluster.on("exit", ({ process: { pid } }, code, signal) => {
    if (stopping) return exitIfAlone();
    const minuteAgo = Date.now() - minuteMs;
    deaths = [...deaths.filter((at) => at > minuteAgo), Date.now()];
    if (!serving || deaths.length > mostDeathsAMinute) {
      log.error(`app process ${pid} ended, and Greenroom gives up`, new Error(signal ?? `${code}`));
      // The others end with it.
      process.exit(1);
    }
    log.error(`app process ${pid} ended, and is replaced`, new Error(signal ?? `${code}`));
    setTimeout(() => stopping || cluster.fork(), replacedAfterMs);
  });
  cluster.on("disconnect", exitIfAlone);
  // A message to a process that is ending fails.
  cluster.on("fork", (worker) => worker.on("error", () => {}));

  const stop = () => {
    if (stopping) {
      for (const worker of all()) worker.process.kill("SIGKILL");
      process.exit(1);
    }
    stopping = true;
    for (const worker of all()) if (worker.isConnected()) worker.send(stopMessage);
    exitIfAlone();
  };
  process.on("SIGTERM", stop).on("SIGINT", stop);

  for (let started = 0; started < count; started++) cluster.fork();
}
