import "server-only";
import { Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { env } from "@/lib/env";

/** How soon the database answers a connection that is alive, and how often one that listens asks. */
const answerWithinMs = 3_000;
const heartbeatMs = 3_000;
const keepAliveAfterMs = 10_000;

export type Listener = {
  /** Resolves with the reason once nothing more will be heard. */
  lost: Promise<unknown>;
  close: () => void;
};

/**
 * Opens a connection that hears everything notified on a channel. A connection that breaks without a
 * word (a dropped route, a frozen server) looks like one on which nothing happens, so a heartbeat
 * asks the server every few seconds.
 *
 * @throws when the database does not answer; nothing is left open then
 */
export async function openListener(
  channel: string,
  hear: (payload: string) => void,
): Promise<Listener> {
  const socket = new Socket();
  const client = new Client({
    connectionString: env().databaseUrl,
    application_name: "greenroom listener",
    connectionTimeoutMillis: answerWithinMs,
    query_timeout: answerWithinMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: keepAliveAfterMs,
    // Destroyed below: a polite end waits for an answer, and a dead connection gives none.
    stream: () => socket,
  });
  const lost = new Promise<unknown>((resolve) => {
    client.on("error", resolve).on("end", () => resolve("the database closed it"));
  });
  client.on("notification", ({ payload }) => {
    if (payload) hear(payload);
  });
  const close = () => void socket.destroy();
  try {
    await client.connect();
    await client.query(`listen ${channel}`);
  } catch (error) {
    close();
    throw error;
  }
  const silent = beat(client).catch((error: unknown) => error);
  return { lost: Promise.race([lost, silent]), close };
}

async function beat(client: Client): Promise<never> {
  for (;;) {
    await pause(heartbeatMs, undefined, { ref: false });
    await client.query("select 1");
  }
}
