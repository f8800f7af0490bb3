import { readFileSync } from "node:fs";
import { treeOf } from "./processes";

/** Processor time so far, and memory now, of a program and its child processes. */
export type Usage = { cpuMs: number; residentBytes: number };

/** The unit of processor time in /proc; the same for programs whatever the kernel's own clock (time(7)). */
const msPerTick = 10;

/** Null outside Linux, and for a program that has ended. */
export function usageOf(pid: number): Usage | null {
  if (process.platform !== "linux") return null;
  const tree = treeOf(pid);
  if (tree.length === 0) return null;
  return {
    cpuMs: tree.reduce((sum, { ticks }) => sum + ticks * msPerTick, 0),
    residentBytes: tree.reduce((sum, each) => sum + residentBytes(each.pid), 0),
  };
}

function residentBytes(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1_024;
  } catch {
    return 0;
  }
}
