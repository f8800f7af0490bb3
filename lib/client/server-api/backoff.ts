/**
 * How long to wait before the `tries`th attempt in a row: nothing, then 1, 2, 4 … seconds, half a
 * minute at most. `jitter` (0 to 1) spreads a crowd that lost the server in the same moment.
 */
export function backoffMs(tries: number, jitter: number): number {
  if (tries === 0) return 0;
  return Math.min(30_000, 1_000 * 2 ** (tries - 1)) * (0.75 + jitter / 2);
}
