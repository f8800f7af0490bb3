import { ApiError } from "./api";
import { backoffMs } from "./backoff";

/** Refusals that may be temporary: no response, a server error, too many requests. */
const passing: ReadonlySet<string> = new Set([
  "offline",
  "internal-error",
  "database-unavailable",
  "livekit-unavailable",
  "too-many-requests",
]);

export const mayPass = (code: string): boolean => passing.has(code);

/**
 * Retries until there is a response. @throws ApiError for refusals that retrying does not change
 */
export async function untilAnswered<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      const again = error instanceof ApiError && mayPass(error.code) && !signal.aborted;
      if (!again) throw error;
      await new Promise((resolve) => setTimeout(resolve, backoffMs(tries, Math.random())));
      signal.throwIfAborted();
    }
  }
}
