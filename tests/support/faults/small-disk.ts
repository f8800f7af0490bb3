import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statfsSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Client } from "pg";
import { LogFile } from "@/scripts/launcher/log-file.mjs";
import { markOf } from "@/scripts/launcher/processes.mjs";
import { startPostgres } from "@/scripts/launcher/services/postgres.mjs";
import { migrate } from "@/scripts/migrate.mjs";

import { withDatabase } from "../api/database";
import { aFreePort } from "../free-port";

const run = promisify(execFile);
/** A new database takes a third of it. */
const size = "200m";
/** PostgreSQL adds to a table page by page. */
const pageBytes = 8_192;

export type SmallDisk = {
  databaseUrl: string;
  /** Leaves less than one page of a table. */
  fill: () => Promise<void>;
  free: () => void;
  stop: () => Promise<void>;
};

/** PostgreSQL ends when its log needs a new file and there is no room for one, so the one in use is new. */
async function beginLogFile(database: Client): Promise<void> {
  await database.query("select pg_switch_wal()");
  await database.query("checkpoint");
}

/** A PostgreSQL whose data is on a small disk of its own; null where this machine may not mount one. */
export async function postgresOnSmallDisk(): Promise<SmallDisk | null> {
  const folder = mkdtempSync(join(tmpdir(), "greenroom-disk-"));
  const [disk, logs] = [join(folder, "disk"), join(folder, "logs")];
  for (const each of [disk, logs]) mkdirSync(each);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const isMounted = await run("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", disk]).then(
    () => true,
    () => false,
  );
  if (!isMounted) {
    remove();
    return null;
  }
  const unmount = async () => {
    await run("umount", [disk]);
    remove();
  };
  const filler = join(disk, "filler");
  try {
    const program = await startPostgres(
      {
        ...{ dataDir: disk, port: await aFreePort(), password: "small", fresh: true },
        log: new LogFile(logs, "postgres", 1),
      },
      (_, pid) => markOf(pid),
    );
    await migrate(program.url);
    return {
      databaseUrl: program.url,
      fill: async () => {
        await withDatabase(program.url, beginLogFile);
        const { bavail, bsize } = statfsSync(disk);
        writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - pageBytes / 2)));
      },
      free: () => truncateSync(filler),
      stop: async () => {
        await program.stop();
        await unmount();
      },
    };
  } catch (error) {
    await unmount();
    throw error;
  }
}
