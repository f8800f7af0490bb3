import type { Target } from "./figures";
import type { Summary } from "./percentiles";

/** The app's and the reference's figures; null if not measured. */
export type Beside = { bare: Summary | null; app: Summary | null };

/** The app's median as a multiple of the reference's; null without one. */
export function ratioOf({ bare, app }: Beside): number | null {
  return bare && app && bare.median > 0 ? app.median / bare.median : null;
}

type Upper = Exclude<Target, { atLeast: number }>;

/** Null if unknown. */
export function isMet(target: Target, { bare, app }: Beside): boolean | null {
  if ("atLeast" in target) return app && app[target.of] >= target.atLeast;
  const limit = limitOf(target, bare);
  return app && limit !== null ? app[target.of] <= limit : null;
}

function limitOf(target: Upper, bare: Summary | null): number | null {
  if ("atMost" in target) return target.atMost;
  if (!bare) return null;
  return "ratio" in target ? bare[target.of] * target.ratio : bare[target.of] + target.plus;
}

const nameOf = { median: "median", p95: "p95", max: "most" };

export function targetWords(target: Target, unit: string): string {
  const of = nameOf[target.of];
  const inUnit = (value: number) => (unit === "count" ? `${value}` : `${value} ${unit}`);
  if ("atMost" in target) return `${of} ≤ ${inUnit(target.atMost)}`;
  if ("atLeast" in target) return `${of} ≥ ${inUnit(target.atLeast)}`;
  return "ratio" in target ? `${of} ≤ ${target.ratio} × bare` : `${of} ≤ bare + 1 frame`;
}
