import { rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Installation } from "./installation";

let copy: Installation;

beforeAll(async () => {
  copy = await Installation.make();
});

afterAll(() => copy.remove());

describe("before anything is installed, one sentence says why it cannot start", () => {
  test("an invalid setting, in the environment or in .env", async () => {
    const sentence = 'PORT must be a whole number from 1 to 65535, but is "abc".';
    expect(await copy.refusal({ PORT: "abc" })).toContain(sentence);
    writeFileSync(join(copy.folder, ".env"), "LOG_LEVEL=loud\n");
    expect(await copy.refusal({})).toContain("LOG_LEVEL must be one of");
    rmSync(join(copy.folder, ".env"));
  });

  test.each(["dev", "demo"])("npm run %s says so too", async (script) => {
    const started = copy.npm(["run", script], { PORT: "abc" });
    expect(await started.exited).toBe(1);
    expect(started.output()).toContain("PORT must be a whole number");
  });

  test("a port in use by another program", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(copy.port, "127.0.0.1", resolve));
    expect(await copy.refusal({})).toContain(`Port ${copy.port} is taken by another program`);
    await new Promise((resolve) => server.close(resolve));
  });

  test("a DATA_DIR that is not writable", async () => {
    expect(await copy.refusal({ DATA_DIR: "package.json" })).toContain("Greenroom cannot write to");
  });
});
