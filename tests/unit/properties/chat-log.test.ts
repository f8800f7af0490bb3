import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type ChatLog,
  chatLog,
  emptyChatLog,
  type Page,
  type Question,
} from "@/lib/client/chat/chat-log";
import type { ChatMessage } from "@/lib/contracts/chat";

/** What can happen to a chat: on the server, in the room, and between page and server. */
type Step =
  | { does: "say" }
  | { does: "delete"; which: number }
  | { does: "tell"; which: number }
  | { does: "ask" }
  | { does: "answer" }
  | { does: "fail" }
  | { does: "doubt" };

const which = fc.nat();
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ does: "say" as const }) },
  fc.record({ does: fc.constant("delete" as const), which }),
  { weight: 3, arbitrary: fc.record({ does: fc.constant("tell" as const), which }) },
  { weight: 2, arbitrary: fc.constant({ does: "ask" as const }) },
  { weight: 2, arbitrary: fc.constant({ does: "answer" as const }) },
  fc.constant({ does: "fail" as const }),
  fc.constant({ does: "doubt" as const }),
);

const pageSize = 5;

/** The rows, every hint that was sent, and a page whose room loses or repeats some of them. */
class Chat {
  rows: ChatMessage[] = [];
  hints: ChatMessage[] = [];
  revision = 0;
  log: ChatLog = emptyChatLog;
  /** One request runs at a time; its answer is from the time it was sent. */
  underWay: { question: Question; page: Page } | null = null;

  take(one: Step): void {
    if (one.does === "say") this.change(this.#newMessage());
    else if (one.does === "delete") {
      const row = this.rows[one.which % this.rows.length];
      if (row?.text) this.change({ ...row, text: null, revision: this.revision + 1 });
    } else if (one.does === "tell") {
      const message = this.hints[one.which % this.hints.length];
      if (message) this.log = chatLog(this.log, { type: "told", message });
    } else if (one.does === "ask") this.ask();
    else if (one.does === "answer") this.answer();
    else if (one.does === "fail") this.fail();
    else this.log = chatLog(this.log, { type: "doubted" });
  }

  change(message: ChatMessage): void {
    this.revision = message.revision;
    this.rows = [...this.rows.filter(({ seq }) => seq !== message.seq), message];
    this.rows.sort((a, b) => a.seq - b.seq);
    this.hints.push(message);
  }

  ask(): void {
    const { question } = this.log;
    if (question) this.underWay = { question, page: this.#answerTo(question) };
  }

  answer(): void {
    const { underWay } = this;
    this.underWay = null;
    // The page drops the answer to a request that a newer one has replaced.
    if (!underWay || underWay.question !== this.log.question) return;
    const type = underWay.question.asks === "page" ? "page-loaded" : "missed-loaded";
    this.log = chatLog(this.log, { type, page: underWay.page });
  }

  fail(): void {
    if (!this.underWay) return;
    this.underWay = null;
    this.log = chatLog(this.log, { type: "load-failed" });
  }

  /** The network is back: every request is sent, and answered. */
  settle(): void {
    this.underWay = null;
    this.log = chatLog(this.log, { type: "doubted" });
    for (let n = 0; this.log.question; n++) {
      if (n > 10) throw new Error("the page never stops sending requests");
      this.ask();
      this.answer();
    }
  }

  #newMessage = (): ChatMessage => ({
    seq: this.revision + 1,
    revision: this.revision + 1,
    author: { subject: "u_12345678", name: "Ada", role: "viewer" },
    text: `message ${this.revision + 1}`,
    sentAt: "2026-11-21T10:00:00.000Z",
  });

  #answerTo(question: Question): Page {
    const { revision } = this;
    if (question.asks === "page") {
      const more = this.rows.length > pageSize;
      return { messages: this.rows.slice(-pageSize), revision, more };
    }
    const missed = this.rows.filter((row) => row.revision > question.after);
    const more = missed.length > pageSize;
    return { messages: missed.slice(0, pageSize), revision, more };
  }
}

const played = (steps: Step[]) => {
  const chat = new Chat();
  for (const one of steps) chat.take(one);
  return chat;
};
const steps = fc.array(step, { maxLength: 120 });

test("whatever was lost, repeated or late, the page ends up with all rows, without a gap", () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const chat = played(taken);
      chat.settle();
      const { messages, older, revision } = chat.log;
      const from = older ? (messages[0]?.seq ?? 0) : 0;
      expect(messages).toEqual(chat.rows.filter(({ seq }) => seq >= from));
      expect(revision).toBe(chat.revision);
    }),
    { numRuns: 1_000 },
  );
});

test("at any time, messages are in order, unique, and never go back to an earlier version", () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const chat = new Chat();
      for (const one of taken) {
        chat.take(one);
        const seqs = chat.log.messages.map(({ seq }) => seq);
        expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
        expect(chat.log.revision ?? 0).toBeLessThanOrEqual(chat.revision);
      }
    }),
    { numRuns: 300 },
  );
});
