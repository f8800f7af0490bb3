import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { aFreePort } from "../free-port";
import { until } from "./until";

/** A second process of the app, with its own settings, on the tests' database and LiveKit. */
export type AnotherApp = {
  url: string;
  port: number;
  /** Of the process that leads the others, if there are several. */
  pid: number;
  /** How many requests the process has sent to itself. */
  ownRequests: () => Promise<number>;
  /** How many errors nothing in it has caught. */
  uncaught: () => Promise<number>;
  /** The memory that the process has now. */
  residentBytes: () => Promise<number>;
  /** Everything it has written to its error log. */
  said: () => string;
  /** From now on, nothing it writes to its error log can be written. */
  closeLog: () => void;
  stop: () => Promise<void>;
  /** Ends it as an operator would. Resolves with its exit code; null if it had to be killed. */
  terminate: () => Promise<number | null>;
};

/** Loaded into the process before the app: counts its requests to its own port, and uncaught errors. */
const counter = `
  import { subscribe } from "node:diagnostics_channel";
  const count = { ownRequests: 0, uncaught: 0 };
  const note = (origin) => { if (String(origin).endsWith(":" + process.env.PORT)) count.ownRequests++; };
  process.on("uncaughtExceptionMonitor", () => count.uncaught++);
  subscribe("undici:request:create", ({ request }) => note(request.origin));
  subscribe("http.client.request.start", ({ request }) => note(request.getHeader("host")));
  process.on("message", () => process.send({ ...count, residentBytes: process.memoryUsage.rss() }));
  // A run of the tests that is killed leaves nobody who could end it.
  process.on("disconnect", () => process.exit(1));
`;

export async function anotherApp(
  settings: Record<string, string> | ((port: number) => Record<string, string>) = {},
): Promise<AnotherApp> {
  const wanted = typeof settings === "function" ? undefined : settings.PORT;
  const port = wanted ? Number(wanted) : await aFreePort();
  const url = `http://localhost:${port}`;
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    PORT: String(port),
    PUBLIC_URL: url,
    NEXTAUTH_URL: url,
    ...(typeof settings === "function" ? settings(port) : settings),
  };
  const program = join(process.cwd(), process.env.NEXT_DIST_DIR ?? "", "greenroom-server.mjs");
  const preload = `data:text/javascript,${encodeURIComponent(counter)}`;
  const child: ChildProcess = spawn(process.execPath, ["--import", preload, program], {
    env,
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  const said: string[] = [];
  child.stderr?.on("data", (chunk) => said.push(String(chunk)));
  await until(
    "the second app answers",
    async () => {
      if (child.exitCode !== null) throw new Error(`the second app ended: ${said.join("")}`);
      return (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null))?.ok;
    },
    60_000,
  ).catch(async (error) => {
    // Nobody else could end it.
    await stopped(child, "SIGKILL");
    throw error;
  });
  return {
    url,
    port,
    pid: child.pid ?? 0,
    ownRequests: async () => (await countsOf(child)).ownRequests,
    uncaught: async () => (await countsOf(child)).uncaught,
    residentBytes: async () => (await countsOf(child)).residentBytes,
    said: () => said.join(""),
    closeLog: () => child.stderr?.destroy(),
    stop: () => stopped(child, "SIGKILL"),
    terminate: async () => {
      await stopped(child, "SIGTERM");
      return child.exitCode;
    },
  };
}

type Counts = { ownRequests: number; uncaught: number; residentBytes: number };

async function countsOf(child: ChildProcess): Promise<Counts> {
  const answer = once(child, "message");
  child.send("count");
  return (await answer)[0];
}

async function stopped(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
}
