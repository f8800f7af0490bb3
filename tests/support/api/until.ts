const everyMs = 25;
/** Within this time a sweep has run: it runs every ten seconds and takes longer the more shows there are. */
export const aSweepMs = 25_000;

/**
 * Repeats `ask` until its answer is neither null, undefined nor false.
 *
 * @throws after `withinMs`, naming `what` it waited for
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T> | T,
  withinMs = 10_000,
): Promise<NonNullable<T>> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(`timed out after ${withinMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
