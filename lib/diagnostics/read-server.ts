import "server-only";
import { availableParallelism, freemem, loadavg, totalmem } from "node:os";
import { sql } from "drizzle-orm";
import type { Context } from "@/lib/context";
import type { ServerState } from "@/lib/contracts/admin/server";
import { appName } from "@/lib/db/client";
import { livestreams } from "@/lib/db/schema/livestreams";
import { participants } from "@/lib/db/schema/participants";
import { isDraining } from "@/lib/draining";
import { env } from "@/lib/env";
import { limit } from "@/lib/limits";
import { log } from "@/lib/log";
import { readFigure } from "@/lib/metrics";
import { dependencies, version } from "@/package.json";
import { runChecks } from "./checks";
import { readDisk } from "./disk";

/**
 * The state of this server, for one of its admins. A figure that cannot be read is null.
 *
 * @param proxies the number of proxies in front of the request
 * @throws Problem `too-many-requests`
 */
export async function readServer(
  context: Context,
  adminId: string,
  proxies: number,
): Promise<ServerState> {
  await limit("server-read", adminId);
  const [checks, disk, figures] = await Promise.all([
    runChecks(context, { proxies }),
    orNull(readDisk()),
    orNull(readFigures(context)),
  ]);
  const [one = 0, five = 0, fifteen = 0] = loadavg();
  return {
    versions: {
      greenroom: version,
      node: process.versions.node,
      next: dependencies.next,
      postgresql: figures?.postgresql ?? null,
    },
    startedAt: new Date(context.now().getTime() - process.uptime() * 1_000).toISOString(),
    // None where the operator has named the connections in DATABASE_URL.
    appProcesses: figures?.appProcesses || null,
    load: { averages: [one, five, fifteen], cpus: availableParallelism() },
    memory: { app: process.memoryUsage.rss(), free: freemem(), total: totalmem() },
    disk,
    databaseBytes: figures?.databaseBytes ?? null,
    liveShows: figures?.liveShows ?? null,
    connected: figures?.connected ?? null,
    process: ownState(),
    checks,
  };
}

/** The same figures as in this process's metrics. */
function ownState(): ServerState["process"] {
  const { metricsHost, metricsPort } = env();
  const host = metricsHost.includes(":") ? `[${metricsHost}]` : metricsHost;
  return {
    draining: isDraining(),
    eventStreams: readFigure("eventStreams"),
    signalConnections: readFigure("signalConnections"),
    database: {
      busy: readFigure("databaseBusy"),
      idle: readFigure("databaseIdle"),
      waiting: readFigure("databaseWaiting"),
    },
    metrics: metricsPort === null ? null : `${host}:${metricsPort}`,
  };
}

type Figures = {
  postgresql: string;
  databaseBytes: number;
  appProcesses: number;
  liveShows: number;
  connected: number;
};

async function readFigures({ db }: Context): Promise<Figures | null> {
  const { rows } = await db.execute<Figures>(sql`
    select split_part(current_setting('server_version'), ' ', 1) as postgresql,
      pg_database_size(current_database())::float8 as "databaseBytes",
      (select count(distinct application_name)::int from pg_stat_activity
        where starts_with(application_name, ${appName}) and datname = current_database()) as "appProcesses",
      (select count(*)::int from ${livestreams} where status = 'live') as "liveShows",
      (select count(*)::int from ${participants} where sid is not null) as connected`);
  return rows[0] ?? null;
}

const orNull = <T>(read: Promise<T>): Promise<T | null> =>
  read.catch((error) => {
    log.warn("a figure of this server could not be read", error);
    return null;
  });
