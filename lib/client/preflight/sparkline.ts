/** The points of an SVG polyline in a box, newest at the right edge. Unknown values are skipped. */
export function sparkline(
  values: readonly (number | null)[],
  { width, height, slots }: { width: number; height: number; slots: number },
  /**
   * The smallest value that reaches the top, so that slight noise does not look like a mountain.
   */
  least: number,
): string {
  const top = Math.max(least, ...values.map((value) => value ?? 0));
  const step = width / Math.max(1, slots - 1);
  const first = width - step * (values.length - 1);
  return values
    .flatMap((value, index) => {
      if (value === null) return [];
      const x = first + index * step;
      const y = height - (value / top) * height;
      return [`${x.toFixed(1)},${y.toFixed(1)}`];
    })
    .join(" ");
}
