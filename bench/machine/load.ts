import { readFileSync } from "node:fs";
import { treeOf } from "./processes";

/** Processor time so far, in clock ticks: of all that ran on this machine, and of our own programs. */
type Ticks = { total: number; busy: number; own: number };

/** How much of the machine others had meanwhile, from 0 to 1; null where that cannot be told. */
type ForeignShare = () => number | null;

/** Watches from now on what `root` and all programs below it do not account for. */
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
