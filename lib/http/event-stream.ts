import "server-only";

const heartbeatMs = 15_000;

type Frame = { event: string; id: string | undefined; bytes: Uint8Array };

const encoder = new TextEncoder();
/** What went to many readers alike was written down once. */
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
  /** Aborted when the reader has gone. */
  signal: AbortSignal;
};

/**
 * A Server-Sent Events answer. `start` subscribes and returns how to stop; a failure in it ends the
 * stream, and the page opens it again with its `Last-Event-ID` (lib/client/follow-events.ts).
 */
export function eventStream(
  request: { signal: AbortSignal },
  start: (sink: EventSink) => Promise<() => void>,
): Response {
  const gone = new AbortController();
  let stop: (() => void) | undefined;
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const write = (frame: Uint8Array) => {
        if (!gone.signal.aborted) controller.enqueue(frame);
      };
      const heartbeat = setInterval(() => write(stillHere), heartbeatMs);
      const end = () => {
        if (gone.signal.aborted) return;
        gone.abort();
        clearInterval(heartbeat);
        stop?.();
      };
      gone.signal.addEventListener("abort", () => clearInterval(heartbeat));
      request.signal.addEventListener("abort", end);
      if (request.signal.aborted) end();
      try {
        stop = await start({
          signal: gone.signal,
          send: (event, data, id) => write(frameOf(event, data, id)),
        });
        if (gone.signal.aborted) stop();
      } catch (error) {
        end();
        controller.error(error);
      }
    },
    cancel() {
      gone.abort();
      stop?.();
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store, no-transform",
      "X-Accel-Buffering": "no",
    },
  });
}
