import { reopenAfterMs } from "@/lib/client/server-api/live-updates";
import type { Client } from "../api/client";
import { type Frame, follow, type Stream } from "../api/event-stream";

const steadyMs = 10_000;

/** A page's event stream, which reopens as pages do (lib/client/server-api/live-updates.ts). */
export class Page {
  readonly frames: Frame[] = [];
  #stream: Stream | null = null;
  #closed = false;

  constructor(
    readonly client: Client,
    readonly mint: string,
  ) {
    void this.#follows();
  }

  /** Whether a text has arrived since a number of frames. */
  hears(text: string, from = 0): boolean {
    return this.frames.slice(from).some(({ data }) => JSON.stringify(data).includes(text));
  }

  close(): void {
    this.#closed = true;
    this.#stream?.close();
  }

  async #follows(): Promise<void> {
    for (let failures = 0; !this.#closed; ) {
      const openedAt = performance.now();
      const atLeastMs = await this.#reads();
      failures = performance.now() - openedAt > steadyMs ? 1 : failures + 1;
      const waitMs = reopenAfterMs({ name: "waiting", failures, atLeastMs }, Math.random());
      if (!this.#closed) await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }

  /** Reads until the stream is over; returns what the server asks to wait, in milliseconds. */
  async #reads(): Promise<number> {
    const lastId = this.frames.findLast(({ id }) => id !== null)?.id ?? undefined;
    const stream = await follow(this.client, this.mint, lastId).catch(() => null);
    if (!stream) return 0;
    this.#stream = stream;
    stream.frames.push = (...frames) => this.frames.push(...frames);
    await stream.over;
    return Number(stream.headers.get("retry-after") ?? 0) * 1_000;
  }
}
