import { ApiError } from "./api";
import { backoffMs } from "./backoff";

/** Refusals that may be over the next time: no answer, a server in trouble, too many at once. */
const passing: ReadonlySet<string> = new Set([
  "offline",
  "internal-error",
  "livekit-unavailable",
  "too-many-requests",
]);

export const mayPass = (code: string): boolean => passing.has(code);

/** Asks until there is an answer. @throws ApiError that stays the same however often one asks */
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
