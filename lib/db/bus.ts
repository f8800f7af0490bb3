import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { type AnyColumn, sql } from "drizzle-orm";
import { type Client, DatabaseError } from "pg";
import type { LivestreamChange } from "@/lib/contracts/livestream-events";
import { log } from "@/lib/log";
import { provideFigure } from "@/lib/metrics";
import { once } from "@/lib/once";
import { dropConnections, type Queries } from "./client";
import { openListener } from "./listener";
import { newestMigration } from "./newest-migration.mjs";
import { reach } from "./reach";

/** Says what changed, not how: listeners read the rows. */
export type Change = { mint: string; what: LivestreamChange };
/** `all`: changes may have been missed, so read everything again. */
type Hear = (what: LivestreamChange | "all") => void;

const channel = "greenroom";
/** SQLSTATE: a new connection is refused, while those that are open work. */
const tooManyConnections = "53300";
/** How many answers in a row may take too long before the database counts as away: on a busy machine, one may. */
const lateUntilAway = 2;
/** How long a request may still fail because of a loss that is over. */
const failsForMs = 2_000;
/** After a connection was lost, and after one could not be opened. */
const retryMs = { lost: 100, away: 1_000 };

/** Whether pg gave up waiting for an answer. Its error has no code. */
const isLate = (reason: unknown): boolean =>
  reason instanceof Error && reason.message === "Query read timeout";

/** Notifies every app instance, if and when the transaction commits. */
export async function announce(tx: Queries, change: Change): Promise<void> {
  await tx.execute(sql`select ${announcement(change)}`);
}

/** The same as SQL, for a statement that returns a row anyway. */
export const announcement = (change: Change) =>
  sql`pg_notify(${channel}, ${JSON.stringify(change)})::text`;

/** The same for many livestreams: once per row of a statement, whose mint is this column. */
export const announcementOf = (mint: AnyColumn, what: LivestreamChange) =>
  sql`pg_notify(${channel}, json_build_object('mint', ${mint}, 'what', ${what}::text)::text)::text`;

/** Notifies every app instance that the installation's settings changed, if the transaction commits. */
export async function announceSettings(tx: Queries): Promise<void> {
  await tx.execute(sql`select pg_notify(${channel}, ${JSON.stringify(settingsChange)})`);
}

const settingsChange = { what: "settings" } as const;

type Heard = Change | typeof settingsChange;
type Listening = {
  hearers: Map<string, Set<Hear>>;
  settingsHearers: Set<() => void>;
  /** drizzle-kit's time of the newest migration in the database, when last asked; 0 if there is none. */
  migratedAt: number;
};
type Bus = Listening & { ready: Promise<void> };

const bus = () =>
  once<Bus>("bus", () => {
    const made: Listening = {
      hearers: new Map(),
      settingsHearers: new Set(),
      migratedAt: 0,
    };
    provideFigure("changeListener", () => Number(isReached()));
    const ready = new Promise<void>((resolve) => void keepListening(made, resolve));
    return Object.assign(made, { ready });
  });

const isReached = (): boolean => reach().state === "reached";

/** Keeps one listening connection open for the life of the process. */
async function keepListening(listening: Listening, ready: () => void): Promise<never> {
  const { hearers, settingsHearers } = listening;
  const hear = (payload: string) => {
    const heard: Heard = JSON.parse(payload);
    if (heard.what === "settings") for (const each of settingsHearers) each();
    else for (const each of hearers.get(heard.mint) ?? []) each(heard.what);
  };
  const ask = async (client: Client) => {
    listening.migratedAt = await newestMigration(client);
  };
  let late = 0;
  for (let first = true; ; ) {
    try {
      const { lost, close } = await openListener(channel, { hear, ask });
      reach().state = "reached";
      ready();
      for (const each of settingsHearers) each();
      if (!first) for (const each of [...hearers.values()].flatMap((set) => [...set])) each("all");
      first = false;
      late = 0;
      const reason = await lost;
      Object.assign(reach(), { state: "lost", lostAt: performance.now() });
      if (isLate(reason)) late++;
      log.warn("the change listener lost its database connection", reason);
      close();
    } catch (error) {
      log.warn("the change listener cannot reach the database", error);
      const { code } = error as { code?: string };
      // Without a code it was a timeout, or a connection that broke at once.
      if (code === undefined && ++late < lateUntilAway) continue;
      // Queries that wait for a silent database should not take their full time.
      if (!isDatabaseAway() && !(error instanceof DatabaseError)) dropConnections();
      reach().state = code === tooManyConnections ? "unknown" : "away";
    }
    await pause(reach().state === "lost" ? retryMs.lost : retryMs.away, undefined, { ref: false });
  }
}

/**
 * Calls `hear` after each committed change to one livestream, from any app instance, and once when
 * changes may have been missed. Resolves once no further change can be missed.
 *
 * @returns stops listening
 */
export async function listen(mint: string, hear: Hear): Promise<() => void> {
  const { hearers, ready } = bus();
  const ours = hearers.get(mint) ?? new Set();
  hearers.set(mint, ours.add(hear));
  await ready;
  return () => {
    ours.delete(hear);
    if (ours.size === 0 && hearers.get(mint) === ours) hearers.delete(mint);
  };
}

/** Calls `hear` after each committed change to the installation's settings, and when one may have been missed. */
export function hearSettings(hear: () => void): void {
  bus().settingsHearers.add(hear);
}

/** Whether this process hears of every change from now on. */
export function isListening(): boolean {
  // Starts the listener, if this is the first to ask.
  bus();
  return isReached();
}

/** Whether a failure now is likely to be the database's. A page that failed because of a loss may be sent after it. */
export function hasLostDatabase(): boolean {
  const { state, lostAt } = reach();
  return state === "lost" || state === "away" || performance.now() - lostAt < failsForMs;
}

/** Whether the database is out of reach, so that requests need not try. */
export const isDatabaseAway = (): boolean => reach().state === "away";

/** drizzle-kit's time of the newest migration in the database, as of the last few seconds. */
export const migratedAt = (): number => bus().migratedAt;
