import "server-only";
import { statfs } from "node:fs/promises";
import { env } from "@/lib/env";

/** The disk of DATA_DIR, in bytes. Without the launcher there may be no such folder. */
export async function readDisk(): Promise<{ free: number; total: number }> {
  const { bavail, blocks, bsize } = await statfs(env().dataDir).catch(() => statfs("."));
  return { free: bavail * bsize, total: blocks * bsize };
}
