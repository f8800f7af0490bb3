/** Never null: a figure without values has no summary. */
export type Summary = {
  count: number;
  min: number;
  median: number;
  p95: number;
  max: number;
};

/**
 * The value below which a share of all values lies, interpolated between neighbours (the definition in
 * most statistics programs).
 *
 * @param sorted ascending, at least one
 * @param share from 0 to 1
 */
export function percentile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) throw new Error("no values");
  return below + (above - below) * (place - Math.floor(place));
}

/** @returns null when there are no values */
export function summarize(values: readonly number[]): Summary | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => percentile(sorted, share);
  return { count: sorted.length, min: at(0), median: at(0.5), p95: at(0.95), max: at(1) };
}
