import { readFileSync } from "node:fs";
import { treeOf } from "./processes";

/** Processor time so far, in clock ticks: of the whole machine, and of our own programs. */
type Ticks = { total: number; busy: number; own: number };

/** The share of the machine that other programs used meanwhile, from 0 to 1; null if unknown. */
type ForeignShare = () => number | null;

/** Measures, from now on, the load that `root` and its child processes do not account for. */
export function watchForeignLoad(root: number): ForeignShare {
  const before = readTicks(root);
  return () => {
    const after = readTicks(root);
    if (!before || !after || after.total === before.total) return null;
    const foreign = after.busy - before.busy - (after.own - before.own);
    return Math.max(0, foreign / (after.total - before.total));
  };
}

function readTicks(root: number): Ticks | null {
  if (process.platform !== "linux") return null;
  const [first = ""] = readFileSync("/proc/stat", "utf8").split("\n");
  const times = first.split(/\s+/).slice(1, 9).map(Number);
  const [user = 0, nice = 0, system = 0, , , , , steal = 0] = times;
  const total = times.reduce((sum, each) => sum + each, 0);
  return { total, busy: user + nice + system + steal, own: ownTicks(root) };
}

const ownTicks = (root: number) => treeOf(root).reduce((sum, { ticks }) => sum + ticks, 0);
