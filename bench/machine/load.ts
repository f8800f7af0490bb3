import { readdirSync, readFileSync } from "node:fs";

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

type Process = { pid: number; parent: number; ticks: number };

function ownTicks(root: number): number {
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const processes = all.map(readProcess).filter((each) => each !== null);
  const children = new Map<number, Process[]>();
  for (const each of processes) {
    const siblings = children.get(each.parent);
    if (siblings) siblings.push(each);
    else children.set(each.parent, [each]);
  }
  const sum = ({ pid, ticks }: Process): number =>
    ticks + (children.get(pid) ?? []).reduce((total, child) => total + sum(child), 0);
  const top = readProcess(String(root));
  return top ? sum(top) : 0;
}

/** The time of a process, and of those of its children that have ended (proc_pid_stat(5)). */
function readProcess(pid: string): Process | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in parentheses may hold blanks: field 3, the state, comes after it.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const ticks = fields.slice(11, 15).reduce((sum, each) => sum + Number(each), 0);
    return { pid: Number(pid), parent: Number(fields[1]), ticks };
  } catch {
    return null;
  }
}
