import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { until } from "@/tests/support/api/until";

/** What the client is told first (tools/crowd/main.go). */
export type CrowdPlan = {
  role: "viewers" | "publishers";
  url: string;
  tokens: string[];
  /** Arrivals a second. */
  perSecond: number;
};

/** Something that happened to one participant. Times are in ms since its connect began, or since 1970 (`atMs`). */
export type CrowdEvent = { who: number } & (
  | { event: "failed"; error: string }
  | { event: "joined"; atMs: number; joinedMs: number; signalBytes: number }
  | { event: "sends" }
  | { event: "picture"; atMs: number; packetMs: number; pictureMs: number; signalBytes: number }
  | { event: "left"; frames?: number; longestGapMs?: number; signalBytes: number }
);
export type Named<E extends CrowdEvent["event"]> = Extract<CrowdEvent, { event: E }>;

const leaveMs = 30_000;

/** Many participants in one process, none of them a browser. */
export class CrowdClient {
  readonly #events: CrowdEvent[] = [];
  readonly #program: ChildProcess;
  readonly #ended: Promise<unknown>;
  readonly #size: number;

  constructor(plan: CrowdPlan) {
    const { CROWD_CLIENT } = process.env;
    if (!CROWD_CLIENT) throw new Error('CROWD_CLIENT is not set: run this with "npm run bench"');
    this.#size = plan.tokens.length;
    this.#program = spawn(CROWD_CLIENT, { stdio: ["pipe", "pipe", "inherit"] });
    this.#ended = once(this.#program, "close");
    const { stdin, stdout } = this.#program;
    if (!stdout) throw new Error("the crowd’s client has no output");
    createInterface(stdout).on("line", (line) => this.#events.push(JSON.parse(line)));
    stdin?.write(`${JSON.stringify(plan)}\n`);
  }

  get pid(): number {
    return this.#program.pid ?? 0;
  }

  events<E extends CrowdEvent["event"]>(name: E): Named<E>[] {
    return this.#events.filter((each) => each.event === name) as Named<E>[];
  }

  /** Waits until this has happened to all of them; it never does to those that failed. */
  async all(name: CrowdEvent["event"], withinMs: number): Promise<void> {
    const told = () => this.events(name).length + this.events("failed").length;
    await until(`all of the crowd: ${name}`, () => told() >= this.#size, withinMs);
  }

  /** Lets publishers start sending. */
  send(): void {
    this.#program.stdin?.write("\n");
  }

  async leave(): Promise<Named<"left">[]> {
    this.#program.stdin?.end();
    const late = setTimeout(() => this.#program.kill(), leaveMs);
    await this.#ended;
    clearTimeout(late);
    return this.events("left");
  }
}
