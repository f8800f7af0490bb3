import { createParser } from "eventsource-parser";
import { type LiveUpdates, liveUpdates, noUpdatesYet, reopenAfterMs } from "./live-updates";
import { noteServerTime } from "./server-clock";

type Feed = {
  url: string;
  onEvent: (name: string, data: string) => void;
  onState: (state: LiveUpdates) => void;
};

export type Following = {
  /** The network is back or the page is visible again: a scheduled attempt runs now. */
  wake: () => void;
  offline: () => void;
  stop: () => void;
};

/**
 * The server sends a comment every 15 s; after two missing ones the connection is considered dead.
 */
const silenceMs = 40_000;
const answerWithinMs = 15_000;
/** Caps `Retry-After`: a page in view asks at least once a minute. */
const retryAfterMostMs = 60_000;

/**
 * Reads a stream of Server-Sent Events until stopped, and reopens it whenever it ends. The server
 * resends missed events based on the last event's id. An `EventSource` would not do: it stays
 * closed after any status but 200, hides the status, and starts without an id.
 */
export function followEvents({ url, onEvent, onState }: Feed): Following {
  let state = noUpdatesYet;
  let lastEventId = "";
  let attempt = new AbortController();
  let nextAttempt: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let heardAtMs = 0;

  const tell = (event: Parameters<typeof liveUpdates>[1]) => {
    const next = liveUpdates(state, event);
    if (next === state) return;
    state = next;
    if (state.name === "waiting") {
      giveUp();
      const afterMs = reopenAfterMs(state, Math.random());
      nextAttempt = setTimeout(() => tell({ type: "due" }), afterMs);
    }
    if (state.name === "opening") void open();
    onState(state);
  };
  const lost = (retryAfterMs = 0) => tell({ type: "lost", atMs: Date.now(), retryAfterMs });

  function giveUp(): void {
    clearTimeout(nextAttempt);
    clearTimeout(silence);
    attempt.abort();
  }

  function expectSomethingWithin(ms: number): void {
    clearTimeout(silence);
    silence = setTimeout(lost, ms);
  }

  async function open(): Promise<void> {
    giveUp();
    attempt = new AbortController();
    const { signal } = attempt;
    expectSomethingWithin(answerWithinMs);
    const sentMs = Date.now();
    try {
      const response = await fetch(url, {
        signal,
        cache: "no-store",
        headers: headersFor(lastEventId),
      });
      if (signal.aborted) return;
      noteServerTime(response, sentMs);
      if (!response.ok || !response.body) return lost(retryAfterMsOf(response));
      await read(response.body);
      if (!signal.aborted) lost();
    } catch {
      if (!signal.aborted) lost();
    }
  }

  async function read(body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<void> {
    const parser = createParser({
      onEvent: ({ event = "message", data, id }) => {
        lastEventId = id ?? lastEventId;
        onEvent(event, data);
      },
    });
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      expectSomethingWithin(silenceMs);
      heardAtMs = Date.now();
      parser.feed(value);
      tell({ type: "heard", atMs: heardAtMs });
    }
  }

  void open();
  return {
    wake() {
      // Timers do not fire while a machine sleeps, and its connection may have died silently.
      if (state.name === "open" && Date.now() - heardAtMs > silenceMs) lost();
      tell({ type: "woken" });
    },
    offline: () => tell({ type: "offline" }),
    stop: giveUp,
  };
}

const headersFor = (lastEventId: string) => ({
  Accept: "text/event-stream",
  ...(lastEventId ? { "Last-Event-ID": lastEventId } : {}),
});

function retryAfterMsOf({ headers }: Response): number {
  const seconds = Number(headers.get("retry-after"));
  return Number.isFinite(seconds) ? Math.min(retryAfterMostMs, Math.max(0, seconds * 1_000)) : 0;
}
