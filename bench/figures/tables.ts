import type { Side } from "../scenario";
import { type Figure, figures } from "./figures";
import { peerFigures } from "./peers";
import { type Summary, summarize } from "./percentiles";
import { type Beside, isMet, ratioOf, targetWords } from "./verdict";

/** All values of a figure on one side. */
export type ValuesOf = (reading: string, side: Side) => readonly number[];

const nothing = "–";

/** At most three significant digits. */
export function rounded(value: number): string {
  if (value === 0) return "0";
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString("en-US");
  return String(Number(value.toPrecision(value >= 10 ? 2 : 3)));
}

const cells = (summary: Summary | null) =>
  summary
    ? `${rounded(summary.min)} / **${rounded(summary.median)}** / ${rounded(summary.p95)} / ${rounded(summary.max)} (${summary.count})`
    : nothing;

const row = (columns: string[]) => `| ${columns.join(" | ")} |`;

/** A Markdown table. */
export const table = (head: string[], rows: string[][]) =>
  [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");

const beside = (values: ValuesOf, reading: string): Beside => ({
  bare: summarize(values(reading, "bare")),
  app: summarize(values(reading, "app")),
});

/** The table of everything that was measured; the rest is left out. */
export function figureTable(values: ValuesOf): string {
  const rows = figures.flatMap((figure) => {
    const both = beside(values, figure.reading);
    return both.app ? [figureRow(figure, both)] : [];
  });
  const kinds = "min / **median** / p95 / max (n)";
  const head = ["What", `bare page, ${kinds}`, `Greenroom, ${kinds}`, "ratio", "target", "met"];
  return table(head, rows);
}

function figureRow({ what, unit, target }: Figure, both: Beside): string[] {
  const ratio = ratioOf(both);
  const met = target ? isMet(target, both) : null;
  return [
    unit === "count" ? what : `${what}, ${unit}`,
    cells(both.bare),
    cells(both.app),
    ratio === null ? nothing : ratio.toFixed(ratio < 0.1 ? 3 : 2),
    target ? targetWords(target, unit) : "",
    met === null ? "" : met ? "yes" : "**no**",
  ];
}

/** The app's ratios beside those of other apps. */
export function peerTable(values: ValuesOf): string {
  const times = (ratio: number | null) => (ratio === null ? nothing : `${rounded(ratio)} ×`);
  const rows = peerFigures.map(({ what, reading, livestream, meet }) => [
    what,
    times(ratioOf(beside(values, reading))),
    times(livestream),
    times(meet),
  ]);
  return table(["Times the bare page's", "Greenroom", "livestream", "meet"], rows);
}
