import "server-only";
import { EventEmitter } from "node:events";
import { sql } from "drizzle-orm";
import { Client } from "pg";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { once } from "@/lib/once";
import type { Queries } from "./client";

/** What changed, not how: a listener reads the rows. */
export type Change = { mint: string; what: "guests" | "livestream" | "watching" };

const channel = "greenroom";
const retryMs = 1_000;

/** Tells every app instance, if and when the transaction commits. */
export async function announce(tx: Queries, change: Change): Promise<void> {
  await tx.execute(sql`select ${announcement(change)}`);
}

/** The same, for a statement that returns something anyway. */
export const announcement = (change: Change) =>
  sql`pg_notify(${channel}, ${JSON.stringify(change)})::text`;

type Bus = { emitter: EventEmitter; ready: Promise<void> };

function connect(emitter: EventEmitter): Promise<void> {
  const client = new Client({ connectionString: env().databaseUrl });
  const again = () =>
    new Promise<void>((resolve) => {
      setTimeout(() => resolve(connect(emitter)), retryMs).unref();
    });
  client.on("notification", ({ payload }) => {
    if (!payload) return;
    const change: Change = JSON.parse(payload);
    emitter.emit(change.mint, change);
  });
  client.once("error", (error) => {
    log.warn("the change listener lost its database connection", error);
    client.end().catch(() => undefined);
    // Whatever was announced meanwhile is unknown: everybody reads again.
    void again().then(() => emitter.emit("reconnected"));
  });
  return client
    .connect()
    .then(() => client.query(`listen ${channel}`))
    .then(() => undefined)
    .catch((error) => {
      log.warn("the change listener cannot reach the database", error);
      client.removeAllListeners("error").on("error", () => undefined);
      client.end().catch(() => undefined);
      return again();
    });
}

/**
 * Calls `listener` after each committed change of one livestream, from any app instance, and
 * once when changes may have been missed. Resolves when nothing can be missed any more.
 *
 * @returns how to stop listening
 */
export async function listen(
  mint: string,
  listener: (what: Change["what"] | "all") => void,
): Promise<() => void> {
  const bus = once<Bus>("bus", () => {
    const emitter = new EventEmitter().setMaxListeners(0);
    return { emitter, ready: connect(emitter) };
  });
  const onChange = (change: Change) => listener(change.what);
  const onReconnected = () => listener("all");
  bus.emitter.on(mint, onChange).on("reconnected", onReconnected);
  await bus.ready;
  return () => {
    bus.emitter.off(mint, onChange).off("reconnected", onReconnected);
  };
}
