import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { freePort, makeFreshCopy, npm, processesOf, type Started } from "./fresh-copy";
import { listensOn } from "./listening";

const firstStartMs = 800_000;
const laterStartMs = 60_000;
const stopMs = 10_000;
const runningText = "Greenroom is running:";

let folder: string;
let port: number;

beforeAll(async () => {
  folder = makeFreshCopy();
  port = await freePort();
});

afterAll(async () => {
  for (const line of processesOf(folder)) process.kill(Number.parseInt(line, 10), "SIGKILL");
  rmSync(dirname(folder), { recursive: true, force: true });
});

function start(env: Record<string, string> = {}): Started {
  return npm(folder, ["start"], { PORT: String(port), ...env });
}

async function refusal(env: Record<string, string>): Promise<string> {
  const started = start(env);
  expect(await started.exited).toBe(1);
  const text = started.output();
  expect(text).not.toMatch(/^ {4}at /m);
  return text;
}

async function stop({ child, exited }: Started): Promise<number> {
  const askedAt = Date.now();
  child.kill("SIGTERM");
  await exited;
  return Date.now() - askedAt;
}

function running(): { launcher: { pid: number }; children: Record<string, { pid: number }> } {
  return JSON.parse(readFileSync(join(folder, ".data", "running.json"), "utf8"));
}

async function status(path: string): Promise<number> {
  return (await fetch(`http://127.0.0.1:${port}${path}`)).status;
}

describe("before anything is installed, one sentence says why it cannot start", () => {
  test("a wrong setting, in the environment or in .env", async () => {
    const sentence = 'PORT must be a whole number from 1 to 65535, but is "abc".';
    expect(await refusal({ PORT: "abc" })).toContain(sentence);
    writeFileSync(join(folder, ".env"), "LOG_LEVEL=loud\n");
    expect(await refusal({})).toContain("LOG_LEVEL must be one of");
    rmSync(join(folder, ".env"));
  });

  test("a port that another program has", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    expect(await refusal({})).toContain(`Port ${port} is taken by another program`);
    await new Promise((resolve) => server.close(resolve));
  });

  test("a DATA_DIR that cannot be written to", async () => {
    expect(await refusal({ DATA_DIR: "package.json" })).toContain("Greenroom cannot write to");
  });

  test("neither LiveKit nor Go", async () => {
    const empty = mkdtempSync(join(tmpdir(), "greenroom-path-"));
    for (const name of ["node", "npm", "sh"]) {
      symlinkSync(execFileSync("which", [name], { encoding: "utf8" }).trim(), join(empty, name));
    }
    const env = { PATH: empty, XDG_CACHE_HOME: join(empty, "cache") };
    expect(await refusal(env)).toContain("Greenroom needs LiveKit: install Go");
    rmSync(empty, { recursive: true });
  });

  test("an old Node", () => {
    const older = "Object.defineProperty(process,'versions',{value:{node:'18.19.0'}})";
    const args = ["--import", `data:text/javascript,${older}`, "scripts/setup.mjs"];
    const run = () => execFileSync(process.execPath, args, { cwd: folder, stdio: "pipe" });
    expect(run).toThrow(/Greenroom needs Node \S+ or newer, and this is Node 18\.19\.0\./);
  });
});

describe("a fresh copy", () => {
  let first: Started;

  test("starts with npm start alone, and answers at the URL that it prints", async () => {
    expect(existsSync(join(folder, "node_modules"))).toBe(false);
    first = start();
    await first.says(runningText, firstStartMs);
    expect(first.output()).toContain(`${runningText}  http://localhost:${port}`);
    expect(await status("/healthz")).toBe(200);
    expect(await status("/")).toBe(200);
  }, 900_000);

  test("counts who is not behind a proxy by the address that cannot be chosen", async () => {
    const body = JSON.stringify({ email: "nobody@example.org", password: "wrong" });
    const answers: number[] = [];
    for (let n = 0; n < 11; n++) {
      const headers = { "content-type": "application/json", "x-forwarded-for": `203.0.113.${n}` };
      const sent = { method: "POST", headers, body };
      answers.push((await fetch(`http://127.0.0.1:${port}/auth/login`, sent)).status);
    }
    expect(answers).toEqual([...Array(10).fill(401), 429]);
  });

  test("keeps what is secret readable by its owner only", () => {
    for (const file of ["secrets.json", "livekit.yaml", "logs/app.log", "logs/livekit.log"]) {
      expect(statSync(join(folder, ".data", file)).mode & 0o777, file).toBe(0o600);
    }
    const secrets = JSON.parse(readFileSync(join(folder, ".data", "secrets.json"), "utf8"));
    for (const secret of Object.values<string>(secrets))
      expect(first.output()).not.toContain(secret);
  });

  test.runIf(process.platform === "linux")("is reachable from this machine only", () => {
    for (const [name, { pid }] of Object.entries(running().children)) {
      const addresses = listensOn(pid);
      expect(addresses, name).not.toHaveLength(0);
      expect(new Set(addresses), name).toEqual(new Set(["0100007F"]));
    }
  });

  test("says that it runs already, and where", async () => {
    const { pid } = running().launcher;
    const sentence = `Greenroom already runs here: http://localhost:${port} (process ${pid}).`;
    expect(await refusal({})).toContain(sentence);
    expect(await status("/healthz")).toBe(200);
  });

  test.each([
    ["livekit", "LiveKit"],
    ["postgres", "PostgreSQL"],
  ])("starts %s again after it was killed", async (part, name) => {
    const pid = running().children[part]?.pid ?? 0;
    process.kill(pid, "SIGKILL");
    await first.says(`${name} ended unexpectedly`, laterStartMs);
    await vi.waitFor(() => expect(running().children[part]?.pid).not.toBe(pid), laterStartMs);
    await vi.waitFor(async () => expect(await status("/healthz")).toBe(200), laterStartMs);
  });

  test("recovers by itself after its launcher was killed", async () => {
    const orphans = Object.values(running().children).map(({ pid }) => pid);
    process.kill(running().launcher.pid, "SIGKILL");
    await first.exited;
    expect(processesOf(folder)).not.toEqual([]);

    first = start();
    await first.says(runningText, laterStartMs);
    expect(await status("/healthz")).toBe(200);
    const alive = processesOf(folder).map((line) => Number.parseInt(line, 10));
    expect(alive.filter((pid) => orphans.includes(pid))).toEqual([]);
  });

  test("SIGTERM to npm stops all of it within ten seconds, and leaves nothing", async () => {
    expect(await stop(first)).toBeLessThan(stopMs);
    expect(processesOf(folder)).toEqual([]);
    await expect(status("/healthz")).rejects.toThrow();
    expect(existsSync(join(folder, ".data", "running.json"))).toBe(false);
  });

  test("starts with hot reload, and stops again", async () => {
    const dev = npm(folder, ["run", "dev"], { PORT: String(port) });
    await dev.says(runningText, laterStartMs * 2);
    expect(await status("/healthz")).toBe(200);
    const stoppedAfterMs = await stop(dev);
    // Next leaves a short-lived process of its own behind, with its usage data, which stays here.
    const leftMs = stopMs - stoppedAfterMs;
    await vi.waitFor(() => expect(processesOf(folder)).toEqual([]), leftMs);
  }, 180_000);

  test("a failed migration ends the start with PostgreSQL's own sentence", async () => {
    const migrations = join(folder, "lib", "db", "migrations");
    const journal = join(migrations, "meta", "_journal.json");
    const before = readFileSync(journal, "utf8");
    const { entries, ...rest } = JSON.parse(before);
    const broken = { idx: entries.length, version: "7", when: Date.now(), tag: "broken" };
    writeFileSync(journal, JSON.stringify({ ...rest, entries: [...entries, broken] }));
    writeFileSync(join(migrations, "broken.sql"), "alter table nowhere add column a int;");
    const text = await refusal({});
    expect(text).toContain(
      'could not be brought to this version: relation "nowhere" does not exist',
    );
    expect(processesOf(folder)).toEqual([]);
    writeFileSync(journal, before);
  });

  test("a failed build ends the start with the build's output", async () => {
    mkdirSync(join(folder, "app", "broken"));
    appendFileSync(join(folder, "app", "broken", "page.tsx"), "export default function (");
    const started = start();
    expect(await started.exited).toBe(1);
    expect(started.output()).toContain("broken/page.tsx");
    expect(started.output()).toContain("The app could not be built (see above).");
    expect(processesOf(folder)).toEqual([]);
  });
});
