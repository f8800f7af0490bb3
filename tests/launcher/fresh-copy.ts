import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { settingsTable } from "@/lib/settings-table.mjs";
import { builtFolders, privateFolder } from "@/scripts/launcher/builds/public-files.mjs";
import { root as checkout } from "@/scripts/launcher/paths.mjs";
import { checkoutFiles } from "@/scripts/testing/checkout-files.mjs";

/** A clone with the uncommitted changes, in a folder that only its owner can enter. */
export function makeFreshCopy(): string {
  const folder = join(mkdtempSync(join(tmpdir(), "greenroom-fresh-")), "greenroom");
  execFileSync("git", ["clone", "--quiet", checkout, folder]);
  for (const name of readdirSync(folder)) {
    if (name !== ".git") rmSync(join(folder, name), { recursive: true });
  }
  for (const path of checkoutFiles()) cpSync(join(checkout, path), join(folder, path));
  return folder;
}

/** The checkout's packages: hard links where both folders are on one disk. */
export function takePackages(folder: string): void {
  const [from, to] = [join(checkout, "node_modules"), join(folder, "node_modules")];
  try {
    execFileSync("cp", ["-Rpl", from, to], { stdio: "ignore" });
  } catch {
    rmSync(to, { recursive: true, force: true });
    cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  }
}

/** The build that the other tests ran on, if there is one. A start uses it only if its inputs are the same. */
export function takeBuild(folder: string): void {
  const build = join(checkout, ".next-test");
  if (!existsSync(build)) return;
  const isCache = (path: string) => path.startsWith(join(build, "cache"));
  const options = { recursive: true, verbatimSymlinks: true };
  cpSync(build, join(folder, ".next"), { ...options, filter: (path) => !isCache(path) });
  cpSync(privateFolder(".next-test", checkout), privateFolder(".next", folder), options);
  for (const built of builtFolders) {
    cpSync(join(checkout, "public", built), join(folder, "public", built), options);
  }
}

/** The environment of a person who has set nothing. */
function plainEnv(): NodeJS.ProcessEnv {
  const names = Object.values(settingsTable).map(({ name }) => name);
  const ours = new Set<string>([...names, "NODE_ENV", "NEXTAUTH_URL", "NEXTAUTH_SECRET", "TEST"]);
  const kept = Object.entries(process.env).filter(
    ([name]) => !ours.has(name) && !name.startsWith("VITEST"),
  );
  return Object.fromEntries(kept) as NodeJS.ProcessEnv;
}

export interface Started {
  /** Everything it has written so far, as a person would read it. */
  output: () => string;
  /** Resolves with npm's exit code. */
  exited: Promise<number | null>;
  child: ChildProcess;
  says: (text: string, withinMs: number) => Promise<void>;
}

export function npm(folder: string, args: string[], env: Record<string, string>): Started {
  const child = spawn("npm", args, { cwd: folder, env: { ...plainEnv(), ...env } });
  let text = "";
  let over = false;
  child.stdout.on("data", (chunk) => {
    text += chunk;
  });
  child.stderr.on("data", (chunk) => {
    text += chunk;
  });
  const exited = new Promise<number | null>((resolve) => {
    child.on("close", (code) => {
      over = true;
      resolve(code);
    });
  });
  const says = async (wanted: string, withinMs: number) => {
    const deadline = Date.now() + withinMs;
    while (!text.includes(wanted)) {
      const why = over ? "it ended" : "time was up";
      if (over || Date.now() > deadline) throw new Error(`${why} before "${wanted}":\n${text}`);
      await pause(100);
    }
  };
  return { output: () => text, exited, child, says };
}

/** Processes that run in a folder, were started from it, or have it in their arguments. */
export function processesOf(folder: string): string[] {
  if (process.platform !== "linux") {
    const all = execFileSync("ps", ["-axww", "-o", "pid=,command="], { encoding: "utf8" });
    return all.split("\n").filter((line) => line.includes(folder));
  }
  const found: string[] = [];
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
      const where = readlinkSync(`/proc/${pid}/cwd`);
      if (`${command} ${where}/`.includes(`${folder}/`)) found.push(`${pid} ${command}`);
    } catch {
      // It ended in the meantime.
    }
  }
  return found;
}
