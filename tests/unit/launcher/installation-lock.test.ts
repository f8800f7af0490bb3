import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parseSettings } from "@/lib/settings.mjs";
import { lockInstallation } from "@/scripts/launcher/installation-lock.mjs";
import { markOf } from "@/scripts/launcher/processes.mjs";
import { appStopPlan } from "@/scripts/launcher/services/next-app.mjs";

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "greenroom-lock-"));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

/** Ends half a second after the first signal, and notes whether a second one came. */
const slow = `
  let signals = 0;
  process.on("SIGTERM", () => {
    if (++signals > 1) process.exit(9);
    setTimeout(() => process.exit(0), 600);
  });
  setInterval(() => {}, 1_000);
  console.log("runs");
`;

test("the app that a killed launcher left behind gets one signal and time to finish", async () => {
  const app = spawn(process.execPath, ["-e", slow], { detached: true });
  await once(app.stdout, "data");
  const ended = once(app, "exit");
  const gone = { pid: 1, startedAt: "never" };
  const children = { app: markOf(app.pid ?? 0) };
  const file = join(dataDir, "running.json");
  writeFileSync(file, JSON.stringify({ launcher: gone, url: "", children }));
  const plans = { app: appStopPlan(parseSettings({})), livekit: [] };
  await lockInstallation(dataDir, "http://localhost:3000", plans);
  expect(await ended).toEqual([0, null]);
  expect(JSON.parse(readFileSync(file, "utf8")).children).toEqual({});
});
