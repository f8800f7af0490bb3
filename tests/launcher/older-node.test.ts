import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const checkout = join(import.meta.dirname, "..", "..");
const cacheHome = mkdtempSync(join(tmpdir(), "greenroom-cache-"));
const cache = join(cacheHome, "greenroom");
const { optionalDependencies: pinned } = JSON.parse(
  readFileSync(join(checkout, "tools", "node", "package.json"), "utf8"),
);
const system = `${process.platform}-${process.arch}`;
const version = Object.entries(pinned).find(([name]) => name.endsWith(system))?.[1];

afterAll(() => rmSync(cacheHome, { recursive: true }));

/** Runs a command like npm does, on a Node that claims to be older than it is. */
async function startOn(older: string, env: Record<string, string>) {
  const pretend = `Object.defineProperty(process,'versions',{value:{node:'${older}'}})`;
  const args = ["--import", `data:text/javascript,${pretend}`, "scripts/start.mjs"];
  const child = spawn(process.execPath, args, {
    cwd: checkout,
    env: { ...process.env, PORT: "abc", XDG_CACHE_HOME: cacheHome, ...env },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => (output += chunk));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  expect(output).not.toMatch(/^ {4}at /m);
  return { code, output };
}

test("a Node too old to download another one gets a clear message", async () => {
  const { code, output } = await startOn("16.20.2", {});
  expect(output).toBe("Greenroom needs Node 22.12 or newer, but this is Node 16.20.2.\n");
  expect(code).toBe(1);
});

test("an older Node that cannot download a newer one says so, and leaves nothing behind", async () => {
  const offline = { npm_config_registry: "http://127.0.0.1:9", npm_config_fetch_retries: "0" };
  const { code, output } = await startOn("20.20.2", offline);
  expect(output).toContain("but this is Node 20.20.2. npm could not fetch Node");
  expect(code).toBe(1);
  expect(readdirSync(cache)).toEqual([]);
});

test("an older Node downloads a newer one once, says what runs, and continues with it", async () => {
  const says = `Node 20.20.2 is too old for Greenroom. Using Node ${version}`;
  for (const fetches of [true, false]) {
    const { code, output } = await startOn("20.20.2", {});
    expect(output).toContain(says);
    expect(output.includes("Fetching")).toBe(fetches);
    // From here on the newer Node writes.
    expect(output).toContain("PORT must be a whole number");
    expect(code).toBe(1);
  }
  expect(readdirSync(cache)).toEqual([`node-${version}-${system}`]);
});
