import "server-only";
import { log } from "@/lib/log";
import type { Route } from "./route";

type Handler = Route["answer"];

/** Why a response says nothing but that something went wrong; whoever logs the request says it. */
const causes = new WeakMap<Response, unknown>();

export function noteCause(response: Response, cause: unknown): void {
  causes.set(response, cause);
}

/** One line a request: where it failed on our side, at every level; otherwise while debugging. */
export function logged<H extends Handler | ((request: Request) => Promise<Response>)>(
  route: string,
  handler: H,
): H {
  const finish = async (...[request, ...more]: Parameters<H>) => {
    const startedAt = performance.now();
    const response = await (handler as Handler)(request as never, ...(more as [never]));
    const { status } = response;
    const ms = Math.round(performance.now() - startedAt);
    // The pattern and never the address, which may carry a token or a name.
    const line = { method: request.method, route, status, ms };
    if (status >= 500) log.error("a request failed", causes.get(response), line);
    else log.debug("a request was answered", line);
    return response;
  };
  return finish as unknown as H;
}
