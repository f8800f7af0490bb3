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
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { settingsTable } from "@/lib/settings.mjs";

const checkout = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

function git(...args: string[]): string {
  return execFileSync("git", args, { cwd: checkout, encoding: "utf8", maxBuffer: 2 ** 26 });
}

/** The files that git would list in the checkout: committed or not, but not ignored ones. */
function filesOfCheckout(): string[] {
  const listed = git("ls-files", "--cached", "--others", "--exclude-standard", "-z").split("\0");
  const deleted = new Set(git("ls-files", "--deleted", "-z").split("\0"));
  return listed.filter((path) => path && !deleted.has(path));
}

/** A clone with the uncommitted changes, in a folder that only its owner can enter. */
export function makeFreshCopy(): string {
  const folder = join(mkdtempSync(join(tmpdir(), "greenroom-fresh-")), "greenroom");
  git("clone", "--quiet", checkout, folder);
  for (const name of readdirSync(folder)) {
    if (name !== ".git") rmSync(join(folder, name), { recursive: true });
  }
  for (const path of filesOfCheckout()) cpSync(join(checkout, path), join(folder, path));
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
  const modules = (...path: string[]) => join(".browser-modules", ...path);
  cpSync(join(checkout, modules(".next-test")), join(folder, modules(".next")), options);
  cpSync(
    join(checkout, modules("background-blur")),
    join(folder, modules("background-blur")),
    options,
  );
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

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (!address || typeof address === "string") throw new Error("no port");
  return address.port;
}
