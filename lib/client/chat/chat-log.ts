import type { ChatMessage } from "@/lib/contracts/chat";

/**
 * The next request to the server. A new object is a new request, even with the same content, and
 * replaces the one in flight. `tries` counts the failures before it.
 */
export type Question = ({ asks: "page" } | { asks: "missed"; after: number }) & { tries: number };

/**
 * The chat as this page knows it. The server's rows are the truth; hints may arrive in any order or
 * never. Nothing is missing up to `revision`; `heard` is the newest revision any hint mentioned.
 */
export type ChatLog = {
  /** By seq, without duplicates. */
  messages: readonly ChatMessage[];
  /** Null until the newest page is loaded. */
  revision: number | null;
  heard: number;
  question: Question | null;
  /** Whether the server has older messages than the first one here. */
  older: boolean;
  /** Whether the reader is at the newest message. Old messages are only dropped then. */
  following: boolean;
};

export type Page = { messages: readonly ChatMessage[]; revision: number; more: boolean };

export type ChatEvent =
  | { type: "page-loaded"; page: Page }
  | { type: "missed-loaded"; page: Page }
  | { type: "older-loaded"; page: Page }
  | { type: "load-failed" }
  /** A packet in the room, or the response to one of this page's requests. */
  | { type: "told"; message: ChatMessage }
  /** Something may have been missed: LiveKit reconnected, or the page was hidden. */
  | { type: "doubted" }
  | { type: "followed"; following: boolean };

export const emptyChatLog: ChatLog = {
  messages: [],
  revision: null,
  heard: 0,
  question: { asks: "page", tries: 0 },
  older: false,
  following: true,
};

/** The number of messages kept while the reader follows, and the maximum while they read back. */
export const keptFollowing = 200;
export const keptReading = 1000;

export function chatLog(log: ChatLog, event: ChatEvent): ChatLog {
  switch (event.type) {
    case "page-loaded":
      return pageLoaded(log, event.page);
    case "missed-loaded":
      return missedLoaded(log, event.page);
    case "older-loaded":
      return {
        ...log,
        messages: merged(log.messages, event.page.messages),
        older: event.page.more,
      };
    case "load-failed":
      return {
        ...log,
        question: log.question && { ...log.question, tries: log.question.tries + 1 },
      };
    case "told":
      return told(log, event.message);
    case "doubted":
      return { ...log, question: log.question?.asks === "page" ? askPage() : askMissed(log) };
    case "followed":
      return followed(log, event.following);
  }
}

const askPage = (): Question => ({ asks: "page", tries: 0 });
const askMissed = ({ revision }: Pick<ChatLog, "revision">): Question =>
  revision === null ? askPage() : { asks: "missed", after: revision, tries: 0 };

/** Replaces the log, keeping hints that arrived while the page was loading. */
function pageLoaded(log: ChatLog, { messages, revision, more }: Page): ChatLog {
  const newest = messages.at(-1)?.seq ?? 0;
  const since = log.messages.filter((message) => message.seq > newest);
  return caughtUp({ ...log, messages: merged(messages, since), older: more }, revision);
}

function missedLoaded(log: ChatLog, { messages, revision, more }: Page): ChatLog {
  // More than one page was missed: jump to the newest page rather than loading hours in between.
  if (more) return { ...log, question: askPage() };
  return trimmed(caughtUp({ ...log, messages: addedWithin(log, messages) }, revision));
}

function told(log: ChatLog, message: ChatMessage): ChatLog {
  const heard = Math.max(log.heard, message.revision);
  const next = { ...log, heard, messages: addedWithin(log, [message]) };
  if (log.revision === null || message.revision <= log.revision) return trimmed(next);
  const gap = message.revision > log.revision + 1;
  return trimmed(
    gap
      ? { ...next, question: log.question ?? askMissed(log) }
      : { ...next, revision: message.revision },
  );
}

function caughtUp(log: ChatLog, to: number): ChatLog {
  const revision = Math.max(log.revision ?? 0, to);
  return { ...log, revision, question: log.heard > revision ? askMissed({ revision }) : null };
}

function followed(log: ChatLog, following: boolean): ChatLog {
  if (following === log.following) return log;
  const next = { ...log, following };
  // New messages were not kept while the reader was far back; the newest page has them.
  return following && isFull(log) ? { ...next, question: askPage() } : trimmed(next);
}

const isFull = (log: ChatLog) => !log.following && log.messages.length >= keptReading;

/**
 * Drops messages older than the loaded part (they are loaded with it), and new ones when the log is
 * full.
 */
function addedWithin(log: ChatLog, more: readonly ChatMessage[]): readonly ChatMessage[] {
  const oldest = log.older ? (log.messages[0]?.seq ?? 0) : 0;
  const newest = isFull(log) ? (log.messages.at(-1)?.seq ?? 0) : Number.POSITIVE_INFINITY;
  return merged(
    log.messages,
    more.filter(({ seq }) => seq >= oldest && seq <= newest),
  );
}

/** Of two versions of a message, the higher revision wins. */
function merged(a: readonly ChatMessage[], b: readonly ChatMessage[]): readonly ChatMessage[] {
  if (b.length === 0) return a;
  const bySeq = new Map(a.map((message) => [message.seq, message]));
  for (const message of b) {
    const before = bySeq.get(message.seq);
    if (!before || before.revision < message.revision) bySeq.set(message.seq, message);
  }
  return [...bySeq.values()].sort((x, y) => x.seq - y.seq);
}

function trimmed(log: ChatLog): ChatLog {
  if (!log.following || log.messages.length <= keptFollowing) return log;
  return { ...log, messages: log.messages.slice(-keptFollowing), older: true };
}
