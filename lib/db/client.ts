import "server-only";
import { randomUUID } from "node:crypto";
import { Socket } from "node:net";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import { Pool, type PoolClient } from "pg";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { provideFigure } from "@/lib/metrics";
import { once } from "@/lib/once";
import { reach } from "./reach";

export type Db = NodePgDatabase;
/** A database or a transaction: for functions that may run in either. */
export type Queries = Pick<
  Db,
  | "select"
  | "selectDistinct"
  | "selectDistinctOn"
  | "insert"
  | "update"
  | "delete"
  | "execute"
  | "transaction"
  | "with"
  | "$with"
>;

const poolSize = 16;
/**
 * The number of connections kept open: opening a new one costs a page or a knock several times what
 * its queries do.
 */
const keptOpen = 8;
/** A connection that broke silently would never answer. None of our queries takes this long. */
const answerWithinMs = 30_000;
const keepAliveAfterMs = 10_000;
/** For a new connection, or for one of the pool to become free. */
const connectWithinMs = 10_000;

/** How the connections of every app process begin their name. */
export const appName = "greenroom app";
const ownName = `${appName} ${randomUUID()}`;

const sockets = () => once("database-sockets", () => new Set<Socket>());

function newSocket(): Socket {
  const socket = new Socket();
  sockets().add(socket);
  // A request that was running when the database went away would wait again for each of its further queries.
  if (reach().state === "away") {
    process.nextTick(() => socket.destroy(new Error("Connection terminated: no database")));
  }
  return socket.once("close", () => sockets().delete(socket));
}

/** Fails every query that waits for an answer, when no answer can be expected. */
export function dropConnections(): void {
  for (const socket of sockets()) socket.destroy();
}

/**
 * Returns a broken connection to the pool at once. drizzle takes one for a transaction and returns it only if
 * `begin` succeeded: otherwise its place in the pool would be lost for good.
 */
function returnedWhenBroken(client: PoolClient): PoolClient {
  const giveBack = client.release.bind(client);
  let returned = false;
  const release = (error?: Error | boolean) => {
    if (returned) return;
    returned = true;
    client.off("end", broken);
    giveBack(error);
  };
  const broken = () => release(true);
  client.once("end", broken);
  client.release = release;
  return client;
}

/** The pool behind `db()`, for a library with its own queries. */
export const pool = () =>
  once("pool", () => {
    const made = new Pool({
      connectionString: env().databaseUrl,
      application_name: ownName,
      max: poolSize,
      min: keptOpen,
      keepAlive: true,
      keepAliveInitialDelayMillis: keepAliveAfterMs,
      query_timeout: answerWithinMs,
      connectionTimeoutMillis: connectWithinMs,
      stream: newSocket,
    });
    const connect = made.connect.bind(made);
    // With a callback, the pool itself asks, and returns what it takes.
    made.connect = ((callback?: Parameters<typeof connect>[0]) =>
      callback ? connect(callback) : connect().then(returnedWhenBroken)) as typeof made.connect;
    provideFigure("databaseBusy", () => made.totalCount - made.idleCount);
    provideFigure("databaseIdle", () => made.idleCount);
    provideFigure("databaseWaiting", () => made.waitingCount);
    // An idle connection closed by the server is replaced on next use; it must not end the app.
    made.on("error", (error) => log.warn("an idle database connection was lost", error));
    // One that breaks between the queries of a transaction fails the next query, and must not end the app.
    made.on("connect", (client) => void client.on("error", () => undefined));
    return made;
  });

export const db = (): Db => once("db", () => drizzle(pool()));
