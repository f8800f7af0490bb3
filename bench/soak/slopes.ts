/** One reading of everything that is watched, by its name. */
export type Sample = { atMs: number; values: Record<string, number> };

export type Slope = {
  name: string;
  first: number;
  last: number;
  perHour: number;
  /** Whether it grew noticeably while it was watched. */
  grows: boolean;
};

const hourMs = 3_600_000;
/** Growth within the time watched that counts, as a share of the mean. Arrivals and departures vary by less. */
const noticedShare = 0.05;
/** Growth by less than this is noise, whatever the mean. */
const noticedAmount = 5;

/** The growth of each reading in the second half, when everything has warmed up, by least squares. */
export function slopesOf(samples: readonly Sample[]): Slope[] {
  const half = samples.slice(Math.floor(samples.length / 2));
  const [begin, end] = [half[0], half.at(-1)];
  if (!begin || !end) return [];
  const watchedHours = (end.atMs - begin.atMs) / hourMs;
  return Object.keys(end.values).map((name) => {
    const points = half.map(({ atMs, values }) => ({ x: atMs / hourMs, y: values[name] ?? 0 }));
    const { perHour, mean } = line(points);
    const growth = perHour * watchedHours;
    const grows = growth > Math.max(noticedAmount, noticedShare * mean);
    return { name, first: points[0]?.y ?? 0, last: points.at(-1)?.y ?? 0, perHour, grows };
  });
}

function line(points: readonly { x: number; y: number }[]): { perHour: number; mean: number } {
  const meanOf = (values: number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
  const [meanX, mean] = [meanOf(points.map(({ x }) => x)), meanOf(points.map(({ y }) => y))];
  const spread = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  const shared = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - mean), 0);
  return { perHour: spread === 0 ? 0 : shared / spread, mean };
}
