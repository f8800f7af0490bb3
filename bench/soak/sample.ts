import { readdirSync, readlinkSync } from "node:fs";
import { sql } from "@/tests/support/api/database";
import { treeOf } from "../machine/processes";
import { usageOf } from "../machine/usage";
import type { Sample } from "./slopes";

export type Programs = Record<"app" | "livekit" | "postgres", number>;

/** Of the app's metrics: a name for the table, and the names of the gauges that are added up. */
const gauges: Record<string, string[]> = {
  "app: heap in use, MiB": ["nodejs_heap_size_used_bytes"],
  "app: active handles": ["nodejs_active_handles_total"],
  "app: event streams": ["greenroom_event_streams"],
  "app: signal connections": ["greenroom_signal_connections"],
  "app: database connections": ["greenroom_database_busy", "greenroom_database_idle"],
  "app: queries waiting": ["greenroom_database_waiting"],
};

const mebibyte = 2 ** 20;

/** @throws outside Linux */
export async function takeSample(programs: Programs, metricsPort: number): Promise<Sample> {
  const ofPrograms = Object.entries(programs).flatMap(([name, pid]) => {
    const usage = usageOf(pid);
    if (!usage) throw new Error("a soak reads /proc, so it runs on Linux only");
    const open = treeOf(pid).flatMap((each) => descriptorsOf(each.pid));
    return [
      [`${name}: memory, MiB`, usage.residentBytes / mebibyte],
      [`${name}: file descriptors`, open.length],
      [`${name}: sockets`, open.filter((target) => target.startsWith("socket:")).length],
    ] as const;
  });
  const values = Object.fromEntries(ofPrograms);
  return {
    atMs: Date.now(),
    values: { ...values, ...(await ofMetrics(metricsPort)), ...(await rowCounts()) },
  };
}

/** What each descriptor leads to. One that closes meanwhile is left out, as is a process that ends. */
function descriptorsOf(pid: number): string[] {
  const folder = `/proc/${pid}/fd`;
  try {
    return readdirSync(folder).flatMap((name) => {
      try {
        return [readlinkSync(`${folder}/${name}`)];
      } catch {
        return [];
      }
    });
  } catch {
    return [];
  }
}

async function ofMetrics(port: number): Promise<Record<string, number>> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const read = (gauge: string) => Number(new RegExp(`^${gauge} (\\S+)$`, "m").exec(text)?.[1]);
  return Object.fromEntries(
    Object.entries(gauges).map(([name, summed]) => {
      const value = summed.reduce((sum, gauge) => sum + read(gauge), 0);
      if (Number.isNaN(value)) throw new Error(`the app's metrics lack one of ${summed}`);
      return [name, name.endsWith("MiB") ? value / mebibyte : value];
    }),
  );
}

/** Of every table that has rows. */
async function rowCounts(): Promise<Record<string, number>> {
  const tables = await sql<{ name: string }>(
    "select relname as name from pg_stat_user_tables where schemaname = 'public' order by relname",
  );
  const counted = tables.map(
    ({ name }) => `select '${name}' as name, count(*)::int as n from "${name}"`,
  );
  const counts = await sql<{ name: string; n: number }>(counted.join(" union all "));
  return Object.fromEntries(
    counts.filter(({ n }) => n > 0).map(({ name, n }) => [`rows: ${name}`, n]),
  );
}
