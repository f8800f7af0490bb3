import "server-only";
import { Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { env } from "@/lib/env";

/** How soon the database answers a live connection, and how often the listening one is checked. */
const answerWithinMs = 3_000;
const heartbeatMs = 1_000;
const keepAliveAfterMs = 10_000;

type Hearing = {
  hear: (payload: string) => void;
  /** Asked on the new connection, then as its heartbeat. A query that fails ends the connection. */
  ask: (client: Client) => Promise<void>;
};

export type Listener = {
  /** Resolves with the reason once notifications have stopped for good. */
  lost: Promise<unknown>;
  close: () => void;
};

/**
 * Opens a connection that receives all notifications of a channel. A silently broken connection (a
 * dropped route, a frozen server) looks like an idle one, so a heartbeat queries the server every
 * second.
 *
 * @throws if the database does not answer; nothing is left open
 */
export async function openListener(channel: string, { hear, ask }: Hearing): Promise<Listener> {
  const socket = new Socket();
  const client = new Client({
    connectionString: env().databaseUrl,
    application_name: "greenroom listener",
    connectionTimeoutMillis: answerWithinMs,
    query_timeout: answerWithinMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: keepAliveAfterMs,
    // Destroyed below, because a clean end waits for a response that a dead connection never gives.
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
    await ask(client);
  } catch (error) {
    close();
    throw error;
  }
  const silent = beat(() => ask(client)).catch((error: unknown) => error);
  return { lost: Promise.race([lost, silent]), close };
}

async function beat(ask: () => Promise<void>): Promise<never> {
  for (;;) {
    await pause(heartbeatMs, undefined, { ref: false });
    await ask();
  }
}
