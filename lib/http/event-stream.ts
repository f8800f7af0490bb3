import "server-only";

const heartbeatMs = 15_000;

type EventSink = {
  send(event: string, data: unknown, id?: string): void;
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
  const encoder = new TextEncoder();
  const gone = new AbortController();
  let stop: (() => void) | undefined;
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const write = (text: string) => {
        if (!gone.signal.aborted) controller.enqueue(encoder.encode(text));
      };
      const heartbeat = setInterval(() => write(": still here\n\n"), heartbeatMs);
      const end = () => {
        if (gone.signal.aborted) return;
        gone.abort();
        clearInterval(heartbeat);
        stop?.();
      };
      gone.signal.addEventListener("abort", () => clearInterval(heartbeat));
      request.signal.addEventListener("abort", end);
      try {
        stop = await start({
          signal: gone.signal,
          send: (event, data, id) =>
            write(`event: ${event}\n${id ? `id: ${id}\n` : ""}data: ${JSON.stringify(data)}\n\n`),
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
