import "server-only";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { once } from "@/lib/once";
import { Problem } from "@/lib/problem";

/** How often one key may do a thing: `points` times in `seconds`. */
const limits = {
  "sign-in": { points: 10, seconds: 15 * 60 },
  "sign-up": { points: 1_000, seconds: 3_600 },
  "knock-by-invite": { points: 60, seconds: 60 },
  chat: { points: 5, seconds: 10 },
  token: { points: 120, seconds: 60 },
} as const;

/** Counts one use for `key`; throws 429 with the time to wait when there were too many. */
export async function limit(name: keyof typeof limits, key: string): Promise<void> {
  const { points, seconds } = limits[name];
  const limiter = once(
    `limit.${name}`,
    () => new RateLimiterMemory({ keyPrefix: name, points, duration: seconds }),
  );
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const retryAfterSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
    throw new Problem(
      "too-many-requests",
      `That was too often. Try again in ${retryAfterSeconds} s.`,
      { retryAfterSeconds },
    );
  }
}
