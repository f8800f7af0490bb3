import { postChat, readChat } from "@/lib/contracts/chat";
import type { Client } from "../api/client";
import { unique } from "../api/factories";

/** Three people take turns, and each may write five times in ten seconds. */
const everyMs = 700;
const answerWithinMs = 15_000;

/** People who keep chatting, one after the other, whatever happens to the server. */
export class Talk {
  /** The texts that the server accepted, by their number in the chat. */
  readonly accepted = new Map<number, string>();
  /** The status of each refused message; 0 if there was no answer. */
  readonly refused: { status: number; retryAfter: string | null; ms: number }[] = [];
  #over = false;
  readonly #done: Promise<void>;

  constructor(
    readonly speakers: readonly Client[],
    readonly mint: string,
  ) {
    this.#done = this.#goesOn();
  }

  /** Everything accepted that the chat no longer has. */
  async lost(reader: Client): Promise<string[]> {
    // What is accepted while the pages are read may be missing from them.
    const accepted = [...this.accepted];
    const kept = new Map<number, string | null>();
    for (let after = 0, more = true; more; ) {
      const query = { after, limit: 200 };
      const page = await reader.ok(readChat, { params: { mint: this.mint }, query });
      for (const { seq, text, revision } of page.messages) {
        kept.set(seq, text);
        after = Math.max(after, revision);
      }
      more = page.more;
    }
    return accepted.flatMap(([seq, text]) => (kept.get(seq) === text ? [] : [text]));
  }

  async stops(): Promise<void> {
    this.#over = true;
    await this.#done;
  }

  async #goesOn(): Promise<void> {
    for (let turn = 0; !this.#over; turn++) {
      await this.#says(this.speakers[turn % this.speakers.length] as Client);
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
  }

  async #says(speaker: Client): Promise<void> {
    const text = unique("line");
    const sent = { params: { mint: this.mint }, body: { text } };
    const startedAt = performance.now();
    const waited = new Promise<null>((resolve) => setTimeout(resolve, answerWithinMs, null));
    const answer = await Promise.race([speaker.call(postChat, sent).catch(() => null), waited]);
    const { seq } = (answer?.body ?? {}) as { seq?: number };
    if (answer?.status === 201 && seq !== undefined) this.accepted.set(seq, text);
    else {
      const retryAfter = answer?.headers.get("retry-after") ?? null;
      const ms = performance.now() - startedAt;
      this.refused.push({ status: answer?.status ?? 0, retryAfter, ms });
    }
  }
}
