import { readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { freePort, makeFreshCopy, npm, processesOf, type Started } from "./fresh-copy";

interface Running {
  launcher: { pid: number };
  children: Record<string, { pid: number }>;
}

/** A copy of the checkout, without packages or data, and what a person does with it. */
export class Installation {
  readonly folder = makeFreshCopy();

  constructor(readonly port: number) {}

  static async make(): Promise<Installation> {
    return new Installation(await freePort());
  }

  start(env: Record<string, string> = {}): Started {
    return npm(this.folder, ["start"], { PORT: String(this.port), ...env });
  }

  /** What a start says that ends before anything runs: sentences, never a stack. */
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

  remove(): void {
    for (const line of processesOf(this.folder)) process.kill(Number.parseInt(line, 10), "SIGKILL");
    rmSync(dirname(this.folder), { recursive: true, force: true });
  }
}

/** Asks npm to stop; gives how long it took, in milliseconds. */
export async function stop({ child, exited }: Started): Promise<number> {
  const askedAt = Date.now();
  child.kill("SIGTERM");
  await exited;
  return Date.now() - askedAt;
}
