import { rounded, table } from "../figures/tables";
import type { Crowded, Percentiles } from "./crowd";
import type { GateAnswers } from "./gate";
import type { WentLive } from "./go-live";
import { type Payer, payers } from "./spending";

const kindWords = { bare: "bare page", hidden: "hidden", visible: "visible" };

const both = (values: Percentiles | null) =>
  values ? `${rounded(values.p50)} / ${rounded(values.p95)}` : "–";
const kilobytes = (bytes: number) => rounded(bytes / 1_000);

/** One row for each crowd. */
export function crowdTable(crowds: readonly Crowded[]): string {
  const head = [
    ...["Viewers", "N", "shows", "per s", "first picture, p50 / p95 ms", "joined, p50 / p95 ms"],
    "CPU ms of a join: server / LiveKit / PostgreSQL / crowd",
    "CPU ms of a viewer’s second: server / LiveKit / crowd",
    ...["signal until the picture / in all, kB", "rows", "transactions", "failed", "frames, %"],
    ...["longest gap, p50 / p95 ms", "busy cores: arriving / watching"],
  ];
  return table(head, crowds.map(crowdRow));
}

function crowdRow(crowd: Crowded): string[] {
  const { cost, signalBytes, busy } = crowd;
  const watchers: Payer[] = ["server", "livekit", "crowd"];
  return [
    kindWords[crowd.kind],
    ...[crowd.viewers, crowd.shows, crowd.perSecond].map(String),
    both(crowd.pictureMs),
    both(crowd.joinedMs),
    payers.map((payer) => rounded(cost[payer].joinMs)).join(" / "),
    watchers.map((payer) => rounded(cost[payer].watchMs)).join(" / "),
    `${kilobytes(signalBytes.picture)} / ${kilobytes(signalBytes.total)}`,
    rounded(crowd.rows),
    rounded(crowd.commits),
    String(crowd.failed),
    (crowd.framesShare * 100).toFixed(0),
    both(crowd.longestGapMs),
    `${busy.arriving.toFixed(1)} / ${busy.watching.toFixed(1)}`,
  ];
}

/** One row for each show that went live before a crowd. */
export function goLiveTable(shows: readonly WentLive[]): string {
  const head = ["Waiting", "N", "Go live → picture, p50 / p95 ms", "slowest, ms", "without"];
  const rows = shows.map(({ kind, viewers, pictureMs, slowestMs, without }) => [
    kindWords[kind],
    String(viewers),
    both(pictureMs),
    rounded(slowestMs),
    String(without),
  ]);
  return table(head, rows);
}

export const gateSentence = ({ through, straight }: GateAnswers) =>
  `Asked 100 times a second, p50 / p95: through the gate ${both(through)} ms, LiveKit alone ${both(straight)} ms.`;
