import "server-only";
import { once } from "@/lib/once";
import { Problem } from "@/lib/problem";

/** How many streams one process keeps open per address and per account. Each costs about 80 kB. */
const most = { address: 500, account: 100 } as const;
const retryAfterSeconds = 30;

/**
 * Counts an open event stream for its holder.
 *
 * @returns releases it once the stream has ended
 * @throws Problem 429 when the limit is reached
 */
export function holdStream(by: keyof typeof most, holder: string): () => void {
  const held = once("held-streams", () => new Map<string, number>());
  const key = `${by} ${holder}`;
  const count = (held.get(key) ?? 0) + 1;
  if (count > most[by]) {
    throw new Problem("too-many-requests", "You have too many pages open. Close some of them.", {
      retryAfterSeconds,
    });
  }
  held.set(key, count);
  return () => {
    const left = (held.get(key) ?? 1) - 1;
    if (left > 0) held.set(key, left);
    else held.delete(key);
  };
}
