import { watchPath } from "@/lib/client/livestreams/livestream-paths";
import { server } from "@/tests/support/api/server";
import { percentile } from "../figures/percentiles";
import { usageOf } from "../machine/usage";
import type { Readings, Scenario } from "../scenario";
import { onAirAlone } from "./on-air-alone";
import { passesIn, type Visits, visitAll } from "./visits";

const connections = 100;
const count = 5_000;
/** A server that has just started has not loaded all of its code. */
const firstVisits = { count: 100, connections: 10 };

/** By process: its resident memory before the first crowd. */
const restingBytes = new Map<number, number>();

async function arrive(url: string, pid: number): Promise<Readings> {
  await rest(url, pid);
  const before = usageOf(pid);
  const arrived = await visitAll(url, count, connections);
  const after = usageOf(pid);
  passesIn(arrived);
  const readings = speed(arrived);
  if (!before || !after) return readings;
  return {
    ...readings,
    "arrivals.cpu": [(after.cpuMs - before.cpuMs) / count],
    "arrivals.memory": [after.residentBytes / (restingBytes.get(pid) ?? before.residentBytes)],
    "arrivals.resident": [after.residentBytes / 1_000],
  };
}

async function rest(url: string, pid: number): Promise<void> {
  if (restingBytes.has(pid)) return;
  passesIn(await visitAll(url, firstVisits.count, firstVisits.connections));
  const usage = usageOf(pid);
  if (usage) restingBytes.set(pid, usage.residentBytes);
}

function speed({ visits, seconds }: Visits): Readings {
  const sorted = visits.map(({ ms }) => ms).toSorted((a, b) => a - b);
  return {
    "arrivals.rate": [count / seconds],
    "arrivals.p50": [percentile(sorted, 0.5)],
    "arrivals.p99": [percentile(sorted, 0.99)],
  };
}

export const arrivals: Scenario = {
  name: "arrivals",
  runs: 5,
  measure: {
    async bare({ bare }) {
      return arrive(bare.page(await bare.makesRoom(), "viewer"), bare.pid);
    },
    app: ({ app }) => onAirAlone((mint) => arrive(`${server.url}${watchPath(mint)}`, app.pid)),
  },
};
