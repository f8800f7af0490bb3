import "server-only";
import { Counter, Gauge, Histogram, Registry } from "prom-client";
import { once } from "@/lib/once";

/** Figures that are read when they are asked for, from the module that has them. */
export type Figure =
  | "eventStreams"
  | "signalConnections"
  | "databaseBusy"
  | "databaseIdle"
  | "databaseWaiting"
  | "changeListener"
  | "draining";

const figures = () => once("figures", () => new Map<Figure, () => number>());

export function provideFigure(figure: Figure, read: () => number): void {
  figures().set(figure, read);
}

/** 0 until a module provides it: nothing has been opened then. */
export const readFigure = (figure: Figure): number => figures().get(figure)?.() ?? 0;

/** Buckets in seconds, from an answer out of memory to one that a person gives up on. */
const quick = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];
const ordinary = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const waits = [5, 15, 30, 60, 120, 300, 900];

type Labels = Record<string, string>;
type NamesOf<L> = keyof L & string;
/** Both take only the values that are listed below, so that a name or an id does not compile. */
type Counts<L extends Labels> = { inc: (labels: L) => void };
type Observes<L extends Labels> = { observe: (labels: L, seconds: number) => void };

type Role = "host" | "guest" | "viewer" | "agent" | "encoder" | "programme";
type Repair =
  | "participant-removed"
  | "participant-updated"
  | "presence-corrected"
  | "abandoned-show-ended"
  | "room-closed";
/** Admitted, or why not (lib/mirror/gate.ts). */
type Answer =
  | "admitted"
  | "error"
  | "invalid-token"
  | "unknown-identity"
  | "revoked"
  | "grants-too-wide"
  | "side-door"
  | "encoder"
  | "show-ended"
  | "show-not-live"
  | "removed"
  | "banned"
  | "signed-out"
  | "not-a-host"
  | "not-a-viewer"
  | "guest-not-admitted"
  | "wrong-room";

function define() {
  const registry = new Registry();
  const registers = [registry];
  const counter = <L extends Labels>(
    name: string,
    help: string,
    labelNames: NamesOf<L>[],
  ): Counts<L> => new Counter({ name, help, labelNames, registers });
  const histogram = <L extends Labels>(
    name: string,
    help: string,
    { labelNames, buckets }: { labelNames: NamesOf<L>[]; buckets: number[] },
  ): Observes<L> => new Histogram({ name, help, labelNames, buckets, registers });
  const gauge = (name: string, help: string, figure: Figure, aggregator: "sum" | "min" | "max") =>
    new Gauge({
      ...{ name, help, registers, aggregator },
      collect() {
        this.set(readFigure(figure));
      },
    });

  gauge("greenroom_event_streams", "Open event streams.", "eventStreams", "sum");
  gauge("greenroom_signal_connections", "Open WebSockets to LiveKit.", "signalConnections", "sum");
  gauge("greenroom_database_busy", "Database connections in use.", "databaseBusy", "sum");
  gauge("greenroom_database_idle", "Open database connections not in use.", "databaseIdle", "sum");
  gauge(
    "greenroom_database_waiting",
    "Queries waiting for a connection.",
    "databaseWaiting",
    "sum",
  );
  gauge(
    "greenroom_change_listener",
    "1 while changes of all processes are heard.",
    "changeListener",
    "min",
  );
  gauge("greenroom_draining", "1 while the process stops.", "draining", "max");

  return {
    registry,
    requests: histogram<{ method: string; route: string; status: `${number}xx` }>(
      "greenroom_http_request_duration_seconds",
      "API requests and live watch pages, by route pattern and class of status.",
      { labelNames: ["method", "route", "status"], buckets: ordinary },
    ),
    pageErrors: counter<{ route: string }>(
      "greenroom_page_errors_total",
      "Pages that failed to render.",
      ["route"],
    ),
    gate: histogram<{ answer: Answer }>(
      "greenroom_gate_duration_seconds",
      "Connections to LiveKit checked at the gate: admitted, or why not.",
      { labelNames: ["answer"], buckets: quick },
    ),
    arrivals: counter<{ role: Role }>(
      "greenroom_arrivals_total",
      "Connections to a show's rooms that LiveKit reported, by role.",
      ["role"],
    ),
    knocks: counter<{ guest: "new" | "returning" }>(
      "greenroom_knocks_total",
      "Guests who knocked or returned.",
      ["guest"],
    ),
    guestWait: histogram<{ decision: "admit" | "deny" }>(
      "greenroom_guest_wait_seconds",
      "From a knock to a host's decision, by decision.",
      { labelNames: ["decision"], buckets: waits },
    ),
    chatMessages: counter<{ channel: "show" | "backstage" }>(
      "greenroom_chat_messages_total",
      "Messages stored.",
      ["channel"],
    ),
    sweeps: new Histogram({
      name: "greenroom_sweep_duration_seconds",
      help: "Complete sweeps.",
      buckets: ordinary,
      registers,
    }),
    sweepFailures: counter<{ step: string }>(
      "greenroom_sweep_failures_total",
      "Failed steps of sweeps.",
      ["step"],
    ),
    sweepRepairs: counter<{ repair: Repair }>(
      "greenroom_sweep_repairs_total",
      "What the sweep found different from the database, or no longer needed.",
      ["repair"],
    ),
    webhooks: counter<{ event: string; result: "stored" | "repeated" | "ignored" | "failed" }>(
      "greenroom_webhooks_total",
      "LiveKit's webhooks: stored, repeated or failed.",
      ["event", "result"],
    ),
    liveKitCalls: histogram<{ call: string; result: "answered" | "failed" }>(
      "greenroom_livekit_call_duration_seconds",
      "Calls of LiveKit's API, by call and result.",
      { labelNames: ["call", "result"], buckets: ordinary },
    ),
    logLines: counter<{ level: string }>(
      "greenroom_log_lines_total",
      "Written log lines, by level.",
      ["level"],
    ),
  };
}

/**
 * All metrics of this process. Labels have few values, never an id, a name or an address: those above, the
 * patterns of our routes, our steps and log levels, and LiveKit's calls and events.
 */
export const metrics = () => once("metrics", define);

/** Seconds since `startedAtMs`, a time of `performance.now()`. */
export const secondsSince = (startedAtMs: number): number =>
  (performance.now() - startedAtMs) / 1_000;
