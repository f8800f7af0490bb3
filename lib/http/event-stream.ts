import "server-only";
import { provideFigure } from "@/lib/metrics";
import { once } from "@/lib/once";

const heartbeatMs = 15_000;

type Frame = { event: string; id: string | undefined; bytes: Uint8Array };

const encoder = new TextEncoder();
/** Frames by their data, so that an event sent to many readers is serialized once. */
const written = new WeakMap<object, Frame>();

function frameOf(event: string, data: object, id?: string): Uint8Array {
  const known = written.get(data);
  if (known && known.event === event && known.id === id) return known.bytes;
  const text = `event: ${event}\n${id ? `id: ${id}\n` : ""}data: ${JSON.stringify(data)}\n\n`;
  const bytes = encoder.encode(text);
  written.set(data, { event, id, bytes });
  return bytes;
}

const stillHere = encoder.encode(": still here\n\n");

type EventSink = {
  send(event: string, data: object, id?: string): void;
  /** Nothing follows. */
  end(): void;
  /** Aborted when the client disconnects. */
  signal: AbortSignal;
};

const headers = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
};

type Streamed = {
  request: { method: string; signal: AbortSignal };
  /** Counts this stream against the limit; returns a function that releases it. */
  hold: () => () => void;
  /** Subscribes; returns the unsubscribe function. */
  start: (sink: EventSink) => Promise<() => void>;
};

/** The open streams of this process, each with the function that ends it. */
const open = () =>
  once("event-streams", () => {
    const made = new Set<() => void>();
    provideFigure("eventStreams", () => made.size);
    return made;
  });

/** Ends every stream as if it were complete. The pages reopen theirs at another process. */
export function endStreams(): void {
  for (const end of open()) end();
}

/**
 * A Server-Sent Events response. If `start` fails, the stream ends and the page reopens it with its
 * `Last-Event-ID` (lib/client/server-api/follow-events.ts). HEAD gets only the headers.
 */
export function eventStream({ request, hold, start }: Streamed): Response {
  if (request.method === "HEAD") return new Response(null, { headers });
  const release = hold();
  const gone = new AbortController();
  let heartbeat: NodeJS.Timeout | undefined;
  let stop: (() => void) | undefined;
  const end = () => {
    if (gone.signal.aborted) return;
    gone.abort();
    clearInterval(heartbeat);
    open().delete(complete);
    release();
    stop?.();
  };
  let complete = end;
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      complete = () => {
        if (gone.signal.aborted) return;
        end();
        controller.close();
      };
      request.signal.addEventListener("abort", end);
      // The client left before there was a response; no abort event will follow.
      if (request.signal.aborted) return end();
      open().add(complete);
      const write = (frame: Uint8Array) => {
        if (!gone.signal.aborted) controller.enqueue(frame);
      };
      heartbeat = setInterval(() => write(stillHere), heartbeatMs);
      try {
        stop = await start({
          signal: gone.signal,
          send: (event, data, id) => write(frameOf(event, data, id)),
          end: complete,
        });
        if (gone.signal.aborted) stop();
      } catch (error) {
        end();
        controller.error(error);
      }
    },
    cancel: end,
  });
  return new Response(body, { headers });
}
