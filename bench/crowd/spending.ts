import { sql } from "@/tests/support/api/database";
import { usageOf } from "../machine/usage";

/** Everything that a crowd costs processor time: the server's programs, and the crowd itself. */
export const payers = ["server", "livekit", "postgres", "crowd"] as const;
export type Payer = (typeof payers)[number];
export type Pids = Record<Payer, number>;

/** Processor time so far in ms, and what PostgreSQL has counted. */
export type Spent = { cpuMs: Record<Payer, number>; rows: number; commits: number; atMs: number };

/** @throws outside Linux */
export async function spentSoFar(pids: Pids): Promise<Spent> {
  const cpu = payers.map((payer) => [payer, cpuMsOf(pids[payer])] as const);
  const atMs = Date.now();
  const [counted] = await sql<{ rows: string; commits: string }>(
    "select tup_inserted + tup_updated + tup_deleted as rows, xact_commit as commits from pg_stat_database where datname = current_database()",
  );
  return {
    cpuMs: Object.fromEntries(cpu) as Record<Payer, number>,
    rows: Number(counted?.rows),
    commits: Number(counted?.commits),
    atMs,
  };
}

/** A crowd that has not started yet has no process. */
function cpuMsOf(pid: number): number {
  if (pid === 0) return 0;
  const usage = usageOf(pid);
  if (!usage)
    throw new Error("the processor time of the server’s programs can only be read on Linux");
  return usage.cpuMs;
}

/** What happened between two readings. */
export function spentBetween(before: Spent, after: Spent): Spent {
  const cpu = payers.map((payer) => [payer, after.cpuMs[payer] - before.cpuMs[payer]] as const);
  return {
    cpuMs: Object.fromEntries(cpu) as Record<Payer, number>,
    rows: after.rows - before.rows,
    commits: after.commits - before.commits,
    atMs: after.atMs - before.atMs,
  };
}

/** Processor time for one arrival, and for a second of one viewer's watching. */
export type Cost = { joinMs: number; watchMs: number };

/**
 * Separates arriving from watching: while the last arrive, the first already watch.
 *
 * @param arriving processor ms while `joined` of the crowd arrived, at these times
 * @param untilMs the end of that time
 * @param watching processor ms while they all watched for `watchedMs`
 */
export function costOf(
  arriving: number,
  { joined, untilMs }: { joined: readonly number[]; untilMs: number },
  { watching, watchedMs }: { watching: number; watchedMs: number },
): Cost {
  const count = joined.length;
  if (count === 0) return { joinMs: 0, watchMs: 0 };
  const watchMs = watching / count / (watchedMs / 1_000);
  const viewerSeconds = joined.reduce((sum, atMs) => sum + (untilMs - atMs) / 1_000, 0);
  return { joinMs: (arriving - watchMs * viewerSeconds) / count, watchMs };
}
