import "server-only";
import { env } from "@/lib/env";

const answerWithinMs = 2_000;

/**
 * How far LiveKit's clock is ahead of the app's, in milliseconds, to half a second: HTTP's `Date` has whole
 * seconds. 0 if LiveKit, or a proxy in front of it, does not tell the time.
 *
 * @throws if LiveKit does not answer
 */
export async function liveKitClockOffMs(now: () => Date): Promise<number> {
  const { headers } = await fetch(env().livekitUrl, {
    signal: AbortSignal.timeout(answerWithinMs),
  });
  return offMs(headers.get("date"), now());
}

/** @param date an HTTP `Date` that was just received */
export function offMs(date: string | null | undefined, now: Date): number {
  const told = Date.parse(date ?? "");
  return Number.isNaN(told) ? 0 : told + 500 - now.getTime();
}
