import { setTimeout as pause } from "node:timers/promises";
import { percentile } from "../figures/percentiles";
import { print } from "../print";
import { CrowdClient } from "./client";
import type { House, Houses, Kind } from "./houses";
import {
  type Cost,
  costOf,
  type Payer,
  type Pids,
  payers,
  type Spent,
  spentBetween,
  spentSoFar,
} from "./spending";

export type Load = { kind: Kind; viewers: number; perSecond: number; shows: number };

export type Percentiles = { p50: number; p95: number };

export type Crowded = Load & {
  cost: Record<Payer, Cost>;
  /** Stored, changed and deleted rows for one arrival; transactions too. */
  rows: number;
  commits: number;
  /** Of a viewer's signal connection until the first picture, and in total. */
  signalBytes: { picture: number; total: number };
  joinedMs: Percentiles | null;
  pictureMs: Percentiles | null;
  failed: number;
  /** The share of the frames sent that arrived, from 0 to 1. */
  framesShare: number;
  longestGapMs: Percentiles | null;
  /** The processors that all programs together kept busy while viewers arrived, and while they watched. */
  busy: { arriving: number; watching: number };
};

const framesPerSecond = 30;
/** PostgreSQL's connections report what they have counted after ten idle seconds. */
const watchMs = 12_000;
/** Webhooks of the last arrivals. */
const settleMs = 2_000;
const patienceMs = 60_000;

/** A machine at its end shows some viewers nothing: they are counted, and the rest is measured. */
export const orLess = (error: Error) => print(error.message);

export const arrivalMs = ({ viewers, perSecond }: Pick<Load, "viewers" | "perSecond">) =>
  (viewers / perSecond) * 1_000;

export function percentiles(values: readonly number[]): Percentiles | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  return { p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95) };
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, each) => sum + each, 0) / Math.max(1, values.length);

/** Opens shows, and ends them after the work. */
export async function withHouses<T>(
  houses: Houses,
  { kind, shows }: Pick<Load, "kind" | "shows">,
  work: (open: House[]) => Promise<T>,
): Promise<T> {
  const open: House[] = [];
  try {
    while (open.length < shows) open.push(await houses.open(kind));
    return await work(open);
  } finally {
    await Promise.all(open.map((house) => house.end()));
  }
}

/** The hosts of these shows, connected but not sending. */
export async function hostsOf(houses: Houses, kind: Kind, open: House[]): Promise<CrowdClient> {
  const tokens = await Promise.all(open.map((house) => house.hostToken()));
  const hosts = new CrowdClient({
    role: "publishers",
    url: houses.url(kind),
    tokens,
    perSecond: 1,
  });
  await hosts.all("joined", patienceMs);
  return hosts;
}

/** Lets a crowd arrive at shows that are on air, watch for a while and leave. */
export function letIn(houses: Houses, load: Load, programs: Omit<Pids, "crowd">): Promise<Crowded> {
  return withHouses(houses, load, async (open) => {
    await Promise.all(open.map((house) => house.goLive()));
    const hosts = await hostsOf(houses, load.kind, open);
    try {
      hosts.send();
      await hosts.all("sends", patienceMs);
      return await measure(houses, load, open, programs);
    } finally {
      await hosts.leave();
    }
  });
}

async function measure(
  houses: Houses,
  load: Load,
  open: House[],
  programs: Omit<Pids, "crowd">,
): Promise<Crowded> {
  const idle = { ...programs, crowd: 0 };
  const atFirst = await spentSoFar(idle);
  const tokens = await tokensOf(open, load.viewers);
  const issued = spentBetween(atFirst, await spentSoFar(idle));
  const before = await spentSoFar(idle);
  const url = houses.url(load.kind);
  const crowd = new CrowdClient({ role: "viewers", url, tokens, perSecond: load.perSecond });
  try {
    const pids = { ...programs, crowd: crowd.pid };
    await crowd.all("picture", arrivalMs(load) + patienceMs).catch(orLess);
    await pause(settleMs);
    const arrived = await spentSoFar(pids);
    await pause(watchMs);
    const watched = await spentSoFar(pids);
    await crowd.leave();
    const arriving = spentBetween(before, arrived);
    const watching = spentBetween(arrived, watched);
    const all = spentBetween(atFirst, watched);
    const joined = crowd.events("joined").map(({ atMs }) => atMs);
    const costs = payers.map((payer) => {
      const cpuMs = arriving.cpuMs[payer] + issued.cpuMs[payer];
      const during = { watching: watching.cpuMs[payer], watchedMs: watching.atMs };
      return [payer, costOf(cpuMs, { joined, untilMs: arrived.atMs }, during)] as const;
    });
    return {
      ...load,
      ...seenBy(crowd, watched.atMs),
      cost: Object.fromEntries(costs) as Record<Payer, Cost>,
      rows: all.rows / load.viewers,
      commits: all.commits / load.viewers,
      failed: load.viewers - crowd.events("picture").length,
      busy: { arriving: busyCores(arriving), watching: busyCores(watching) },
    };
  } finally {
    await crowd.leave();
  }
}

/** The first viewer of each show, then the second of each. */
async function tokensOf(open: House[], viewers: number): Promise<string[]> {
  const perShow = await Promise.all(
    open.map((house) => house.tokens(Math.ceil(viewers / open.length))),
  );
  const inTurn = perShow[0]?.flatMap((_, index) => perShow.flatMap((some) => some[index] ?? []));
  return (inTurn ?? []).slice(0, viewers);
}

const busyCores = ({ cpuMs, atMs }: Spent) =>
  Object.values(cpuMs).reduce((sum, each) => sum + each, 0) / atMs;

/** @param untilMs when the crowd was told to leave */
function seenBy(crowd: CrowdClient, untilMs: number) {
  const [pictures, left] = [crowd.events("picture"), crowd.events("left")];
  const frames = left.reduce((sum, each) => sum + (each.frames ?? 0), 0);
  const watchedMs = pictures.reduce((sum, { atMs }) => sum + (untilMs - atMs), 0);
  return {
    signalBytes: {
      picture: mean(pictures.map((each) => each.signalBytes)),
      total: mean(left.map((each) => each.signalBytes)),
    },
    joinedMs: percentiles(crowd.events("joined").map((each) => each.joinedMs)),
    pictureMs: percentiles(pictures.map((each) => each.pictureMs)),
    longestGapMs: percentiles(left.flatMap((each) => each.longestGapMs ?? [])),
    framesShare: frames / Math.max(1, (watchedMs / 1_000) * framesPerSecond),
  };
}
