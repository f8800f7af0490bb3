import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { server } from "@/tests/support/api/server";
import { until } from "@/tests/support/api/until";

const startMs = 30_000;

/** `npm run demo` on the Greenroom under test, with its own data folder. */
export class DemoBot {
  readonly #folder = mkdtempSync(join(tmpdir(), "greenroom-demo-"));
  readonly #child: ChildProcess;
  readonly #ended: Promise<number | null>;
  #text = "";

  constructor() {
    this.#child = spawn(process.execPath, ["scripts/demo.mjs", "--url", server.url], {
      env: { ...process.env, DATA_DIR: this.#folder },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on("data", (chunk) => {
        this.#text += chunk;
      });
    }
    this.#ended = new Promise((resolve) => this.#child.on("close", resolve));
  }

  /** Everything it has written so far. */
  get output(): string {
    return this.#text;
  }

  /** Resolves with its show's mint. */
  async isOnAir(): Promise<string> {
    const find = () => {
      if (this.#child.exitCode !== null) throw new Error(`the demo ended:\n${this.#text}`);
      return /on air: {2}\S+\/watch\/(\w+)/.exec(this.#text)?.[1];
    };
    return until("the demo is on air", find, startMs);
  }

  /** Presses Ctrl-C; resolves with the exit code. */
  async stops(): Promise<number | null> {
    this.#child.kill("SIGINT");
    const code = await this.#ended;
    rmSync(this.#folder, { recursive: true, force: true });
    return code;
  }
}
