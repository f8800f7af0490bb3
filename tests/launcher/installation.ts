import { mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { onPath } from "@/scripts/launcher/paths.mjs";
import { requireLiveKit } from "@/scripts/launcher/programs/livekit-binary.mjs";
import { aFreePort } from "@/tests/support/free-port";
import {
  makeFreshCopy,
  npm,
  processesOf,
  type Started,
  takeBuild,
  takePackages,
} from "./fresh-copy";

interface Running {
  launcher: { pid: number };
  children: Record<string, { pid: number }>;
}

/** What npm needs, and what PostgreSQL needs when run as root; neither Go, git nor a compiler. */
const programs = ["node", "npm", "sh", "env", "setpriv", "ps"];

/** A copy of the checkout on a machine with Node and nothing else, and what a person does there. */
export class Installation {
  readonly folder = makeFreshCopy();
  readonly cache: string;
  readonly #machine: string;
  readonly #env: Record<string, string>;

  constructor(readonly port: number) {
    const machine = mkdtempSync(join(tmpdir(), "greenroom-machine-"));
    this.#machine = machine;
    for (const name of programs) {
      const found = onPath(name);
      if (found) symlinkSync(found, join(machine, name));
    }
    this.cache = join(machine, "cache", "greenroom");
    this.#env = { PORT: String(port), PATH: machine, XDG_CACHE_HOME: join(machine, "cache") };
  }

  static async make(): Promise<Installation> {
    return new Installation(await aFreePort());
  }

  /** What `npm test` has installed and built from the same files, instead of all of it again. */
  async takesWhatIsBuilt(): Promise<void> {
    symlinkSync(await requireLiveKit(), join(this.#machine, "livekit-server"));
    takePackages(this.folder);
    takeBuild(this.folder);
  }

  start(env: Record<string, string> = {}): Started {
    return this.npm(["start"], env);
  }

  npm(args: string[], env: Record<string, string> = {}): Started {
    return npm(this.folder, args, { ...this.#env, ...env });
  }

  /** The output of a start that fails before anything runs: sentences, never a stack trace. */
  async refusal(env: Record<string, string>): Promise<string> {
    const started = this.start(env);
    expect(await started.exited).toBe(1);
    const text = started.output();
    expect(text).not.toMatch(/^ {4}at /m);
    return text;
  }

  running(): Running {
    return JSON.parse(readFileSync(join(this.folder, ".data", "running.json"), "utf8"));
  }

  async status(path: string): Promise<number> {
    return (await fetch(`http://127.0.0.1:${this.port}${path}`)).status;
  }

  /** What the command `check` prints, which asks the database and LiveKit. */
  async checked(): Promise<string> {
    const check = this.npm(["run", "--silent", "greenroom", "--", "check"]);
    await check.exited;
    return check.output();
  }

  /** As a reverse proxy on this machine forwards it: from loopback, but not from this machine. */
  async signUpThroughProxy(handle: string, more: object): Promise<string | number> {
    const headers = { "content-type": "application/json", "x-forwarded-for": "203.0.113.9" };
    const password = "the engine weaves";
    const body = { email: `${handle}@example.org`, handle, name: handle, password, ...more };
    const init = { method: "POST", headers, body: JSON.stringify(body) };
    const answer = await fetch(`http://127.0.0.1:${this.port}/auth/sign-up`, init);
    return (await answer.json()).profile?.role ?? answer.status;
  }

  remove(): void {
    for (const line of processesOf(this.folder)) process.kill(Number.parseInt(line, 10), "SIGKILL");
    for (const folder of [dirname(this.folder), dirname(dirname(this.cache))]) {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** Asks npm to stop; returns how long it took, in milliseconds. */
export async function stop({ child, exited }: Started): Promise<number> {
  const askedAt = Date.now();
  child.kill("SIGTERM");
  await exited;
  return Date.now() - askedAt;
}
