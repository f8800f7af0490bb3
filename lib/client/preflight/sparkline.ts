/** Values as the points of an SVG polyline in a box, the newest at the right edge; a gap where one is unknown is left out. */
export function sparkline(
  values: readonly (number | null)[],
  { width, height, slots }: { width: number; height: number; slots: number },
  /** What at least reaches the top: a flat line of little noise is not a mountain. */
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
