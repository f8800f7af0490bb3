import "server-only";
import { log } from "@/lib/log";

/** Why a response says nothing but that something went wrong; whoever logs the request says it. */
const causes = new WeakMap<Response, unknown>();

export function noteCause(response: Response, cause: unknown): void {
  causes.set(response, cause);
}

/** One line a request: where it failed on our side, at every level; otherwise while debugging. */
export function logged<R extends Request, More extends unknown[]>(
  route: string,
  handler: (request: R, ...more: More) => Promise<Response>,
): (request: R, ...more: More) => Promise<Response> {
  return async (request, ...more) => {
    const startedAt = performance.now();
    const response = await handler(request, ...more);
    const { status } = response;
    const ms = Math.round(performance.now() - startedAt);
    // The pattern and never the address, which may carry a token or a name.
    const line = { method: request.method, route, status, ms };
    if (status >= 500) log.error("a request failed", causes.get(response), line);
    else log.debug("a request was answered", line);
    return response;
  };
}
