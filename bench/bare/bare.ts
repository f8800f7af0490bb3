import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { BareRole } from "./pass";

/** The running reference: pages like ours, with none of our features. */
export class Bare {
  readonly #program: ChildProcess;

  private constructor(
    program: ChildProcess,
    readonly url: string,
  ) {
    this.#program = program;
  }

  /** A separate process, as for the app: the process that drives the browsers must not slow it down. */
  static async start(server: string, script: string): Promise<Bare> {
    const env = { ...process.env, BARE_SCRIPT: script };
    const program = spawn(process.execPath, [server], {
      env,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [port] = await once(createInterface(program.stdout), "line");
    return new Bare(program, `http://127.0.0.1:${port}`);
  }

  get pid(): number {
    if (this.#program.pid === undefined) throw new Error("the bare server did not start");
    return this.#program.pid;
  }

  async makesRoom(): Promise<string> {
    const room = `bare-${randomBytes(6).toString("hex")}`;
    const { ok, status } = await fetch(`${this.url}/room?room=${room}`, { method: "POST" });
    if (!ok) throw new Error(`the bare server did not create a room: ${status}`);
    return room;
  }

  async token(room: string, role: BareRole): Promise<string> {
    const answer = await fetch(`${this.url}/token?room=${room}&role=${role}`);
    const { token } = (await answer.json()) as { token: string };
    return token;
  }

  page(room: string, role: BareRole): string {
    return `${this.url}/page?room=${room}&role=${role}`;
  }

  stop(): void {
    this.#program.kill();
  }
}
