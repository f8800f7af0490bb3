import { readdirSync, readFileSync } from "node:fs";

/** `ticks`: its processor time so far, including its children that have ended. */
export type Process = { pid: number; parent: number; ticks: number };

/** A process and all its descendants. Linux only. */
export function treeOf(root: number): Process[] {
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const processes = all.map(readProcess).filter((each) => each !== null);
  const byParent = Map.groupBy(processes, ({ parent }) => parent);
  const withChildren = (each: Process): Process[] => [
    each,
    ...(byParent.get(each.pid) ?? []).flatMap(withChildren),
  ];
  return processes.filter(({ pid }) => pid === root).flatMap(withChildren);
}

function readProcess(pid: string): Process | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in parentheses may contain spaces: field 3, the state, follows it (proc_pid_stat(5)).
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const ticks = fields.slice(11, 15).reduce((sum, each) => sum + Number(each), 0);
    return { pid: Number(pid), parent: Number(fields[1]), ticks };
  } catch {
    return null;
  }
}
