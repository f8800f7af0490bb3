import { describe, expect, it } from "vitest";
import {
  type ChatEvent,
  type ChatLog,
  chatLog,
  emptyChatLog,
  keptFollowing,
  keptReading,
} from "@/lib/client/chat/chat-log";
import type { ChatMessage } from "@/lib/contracts/chat";

const message = (seq: number, changes: Partial<ChatMessage> = {}): ChatMessage => ({
  seq,
  revision: seq,
  author: { subject: "u_12345678", name: "Ada", role: "viewer" },
  text: `message ${seq}`,
  sentAt: "2026-11-21T10:00:00.000Z",
  ...changes,
});
const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => message(from + index));

const timeline = (...events: ChatEvent[]): ChatLog => events.reduce(chatLog, emptyChatLog);
const page = (messages: ChatMessage[], more = false): ChatEvent => ({
  type: "page-loaded",
  page: { messages, revision: Math.max(0, ...messages.map((one) => one.revision)), more },
});
const missed = (messages: ChatMessage[], revision: number, more = false): ChatEvent => ({
  type: "missed-loaded",
  page: { messages, revision, more },
});
const told = (seq: number, changes?: Partial<ChatMessage>): ChatEvent => ({
  type: "told",
  message: message(seq, changes),
});
const asked = (log: ChatLog) => log.question?.asks ?? null;
const seqs = (log: ChatLog) => log.messages.map(({ seq }) => seq);

describe("a page that follows the chat", () => {
  it("asks for the newest page first", () => {
    expect(asked(emptyChatLog)).toBe("page");
    expect(timeline(page(range(1, 3)))).toMatchObject({ revision: 3, question: null });
  });

  it("appends new messages in order, once", () => {
    const log = timeline(page(range(1, 2)), told(3), told(3), told(4));
    expect(seqs(log)).toEqual([1, 2, 3, 4]);
    expect(log).toMatchObject({ revision: 4, question: null });
  });

  it("shows a message after a gap immediately, and requests what is between", () => {
    const log = timeline(page(range(1, 2)), told(5));
    expect(seqs(log)).toEqual([1, 2, 5]);
    expect(log).toMatchObject({ revision: 2, question: { asks: "missed", after: 2 } });

    const filled = chatLog(log, missed(range(3, 5), 5));
    expect(seqs(filled)).toEqual([1, 2, 3, 4, 5]);
    expect(filled).toMatchObject({ revision: 5, question: null });
  });

  it("requests again if more was said during the request", () => {
    const log = timeline(page(range(1, 2)), told(4), told(9), missed(range(3, 4), 4));
    expect(log).toMatchObject({ revision: 4, question: { asks: "missed", after: 4 } });
    expect(chatLog(log, missed(range(5, 9), 9))).toMatchObject({ revision: 9, question: null });
  });

  it("keeps messages that arrived before the first page", () => {
    const log = timeline(told(4), page(range(1, 3)));
    expect(seqs(log)).toEqual([1, 2, 3, 4]);
    expect(asked(log)).toBe("missed");
  });

  it("removes a deleted message's text for good", () => {
    const deletion = { revision: 3, text: null };
    const log = timeline(page(range(1, 2)), told(1, deletion), told(1));
    expect(log.messages[0]?.text).toBeNull();
    expect(log.revision).toBe(3);
  });

  it("learns of missed deletions by their revision", () => {
    const log = timeline(
      page(range(1, 2)),
      { type: "doubted" },
      missed([message(1, { revision: 3, text: null })], 3),
    );
    expect(log.messages.map(({ text }) => text)).toEqual([null, "message 2"]);
  });

  it("requests after a reconnect even though it knows of no gap", () => {
    const log = timeline(page(range(1, 2)), { type: "doubted" });
    expect(asked(log)).toBe("missed");
  });

  it("requests again when a doubt arises during a request", () => {
    const asking = timeline(page([]), { type: "doubted" });
    const again = chatLog(asking, { type: "doubted" });
    expect(again.question).toEqual(asking.question);
    expect(again.question).not.toBe(asking.question);
  });

  it("does not start a request for each message that arrives during one", () => {
    const asking = timeline(page(range(1, 2)), told(5));
    expect(chatLog(asking, told(6)).question).toBe(asking.question);
  });

  it("starts over from the newest page when it missed more than a page", () => {
    const log = timeline(page(range(1, 2)), { type: "doubted" }, missed(range(3, 202), 202, true));
    expect(asked(log)).toBe("page");
    const reloaded = chatLog(log, page(range(951, 1000), true));
    expect(reloaded.messages[0]?.seq).toBe(951);
    expect(reloaded).toMatchObject({ revision: 1000, older: true, question: null });
  });

  it("tries again after a failure", () => {
    const log = timeline({ type: "load-failed" }, { type: "load-failed" });
    expect(log.question).toEqual({ asks: "page", tries: 2 });
  });
});

describe("a page that shows older messages", () => {
  it("puts older messages before the others", () => {
    const log = timeline(page(range(51, 60), true), {
      type: "older-loaded",
      page: { messages: range(41, 50), revision: 60, more: true },
    });
    expect([seqs(log)[0], log.messages.length, log.older]).toEqual([41, 20, true]);
  });

  it("ignores the deletion of a message that it has not loaded yet", () => {
    const log = timeline(page(range(51, 60), true), told(7, { revision: 61, text: null }));
    expect(seqs(log)[0]).toBe(51);
    expect(log).toMatchObject({ revision: 61, question: null });
  });

  it("drops old messages only while the reader is at the end", () => {
    const many = page(range(1, keptFollowing));
    expect(timeline(many, told(keptFollowing + 1)).messages[0]?.seq).toBe(2);
    const reading = timeline(many, { type: "followed", following: false }, told(keptFollowing + 1));
    expect(reading.messages).toHaveLength(keptFollowing + 1);
    const again = chatLog(reading, { type: "followed", following: true });
    expect(again.messages).toHaveLength(keptFollowing);
    expect(again.older).toBe(true);
  });

  it("stops growing far from the end, and returns to the newest page with the reader", () => {
    const reading = timeline(
      { type: "followed", following: false },
      page(range(1, keptReading)),
      told(keptReading + 1),
    );
    expect(reading.messages).toHaveLength(keptReading);
    const back = chatLog(reading, { type: "followed", following: true });
    expect(asked(back)).toBe("page");
  });
});
