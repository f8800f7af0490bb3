const everyMs = 25;
/** Within this the sweep has been: it comes every ten seconds, and is as long as there are shows. */
export const aSweepMs = 25_000;

/**
 * Asks again and again until the answer is neither null, undefined nor false.
 *
 * @throws after `withinMs`, naming `what` was waited for
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
    if (Date.now() > deadline) throw new Error(`after ${withinMs} ms still not: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
