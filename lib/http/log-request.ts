import "server-only";
import { log } from "@/lib/log";
import { metrics, secondsSince } from "@/lib/metrics";

/** The errors behind responses that only say something went wrong, kept for the request log. */
const causes = new WeakMap<Response, unknown>();

export function noteCause(response: Response, cause: unknown): void {
  causes.set(response, cause);
}

type Answered = { method: string; route: string; status: number };

/** @param startedAtMs a time of `performance.now()` */
export function noteRequest({ method, route, status }: Answered, startedAtMs: number): void {
  const statusClass = `${Math.floor(status / 100)}xx` as const;
  metrics().requests.observe({ method, route, status: statusClass }, secondsSince(startedAtMs));
}

/** Logs one line per request: server errors at every log level, everything else at debug. */
export function logged<R extends Request, More extends unknown[]>(
  route: string,
  handler: (request: R, ...more: More) => Promise<Response>,
): (request: R, ...more: More) => Promise<Response> {
  return async (request, ...more) => {
    const startedAt = performance.now();
    const response = await handler(request, ...more);
    const { status } = response;
    noteRequest({ method: request.method, route, status }, startedAt);
    const ms = Math.round(performance.now() - startedAt);
    // The route pattern, never the URL: that may contain a token or a name.
    const line = { method: request.method, route, status, ms };
    if (status >= 500) log.error("a request failed", causes.get(response), line);
    else log.debug("a request was answered", line);
    return response;
  };
}
