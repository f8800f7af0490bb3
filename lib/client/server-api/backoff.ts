/**
 * The delay before the `tries`th attempt in a row: none, then 1, 2, 4 … seconds, at most 30.
 * `jitter` (0 to 1) spreads out clients that lost the server at the same moment.
 */
export function backoffMs(tries: number, jitter: number): number {
  if (tries === 0) return 0;
  return Math.min(30_000, 1_000 * 2 ** (tries - 1)) * (0.75 + jitter / 2);
}
