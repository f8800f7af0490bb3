import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { usageOf } from "@/bench/machine/usage";

const burn = (ms: number) => `const end = Date.now() + ${ms}; while (Date.now() < end);`;
const report = "process.stdout.write('done'); setInterval(() => {}, 1_000);";

async function usageAfter(script: string) {
  const program = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    await once(program.stdout, "data");
    return usageOf(program.pid ?? 0);
  } finally {
    program.kill();
  }
}

describe.runIf(process.platform === "linux")("what a program has used", () => {
  it("is its processor time and its resident memory", async () => {
    const held = `globalThis.held = Buffer.alloc(100_000_000, 1); ${report}`;
    const idle = await usageAfter(report);
    const busy = await usageAfter(`${burn(500)} ${held}`);
    expect((busy?.cpuMs ?? 0) - (idle?.cpuMs ?? 0)).toBeGreaterThan(50);
    expect((busy?.residentBytes ?? 0) - (idle?.residentBytes ?? 0)).toBeGreaterThan(80_000_000);
  });

  it("includes its child processes, even those that have ended", async () => {
    const child = `const { execFileSync } = require("node:child_process");
      execFileSync(process.execPath, ["-e", ${JSON.stringify(burn(500))}]);`;
    const [alone, parent] = [await usageAfter(report), await usageAfter(`${child} ${report}`)];
    expect((parent?.cpuMs ?? 0) - (alone?.cpuMs ?? 0)).toBeGreaterThan(50);
  });

  it("is null for a program that has ended", async () => {
    const program = spawn(process.execPath, ["-e", ""]);
    await once(program, "exit");
    expect(usageOf(program.pid ?? 0)).toBeNull();
  });
});
