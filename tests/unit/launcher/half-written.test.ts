import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { writePrivate } from "@/scripts/launcher/builds/files.mjs";
import { lockInstallation, runningUrl, wasKilled } from "@/scripts/launcher/installation-lock.mjs";
import { loadSecrets } from "@/scripts/launcher/secrets.mjs";
import { rememberedPorts } from "@/scripts/launcher/services/ports.mjs";

/** Nothing was left running. */
const noPlans = { app: [], livekit: [] };

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "greenroom-half-"));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));
const write = (name: string, text: string) => writeFileSync(join(dataDir, name), text);

describe.each(["", "{", "null", "[]", '"text"', '{"launcher":{"pid":1'])(
  "a file with %j",
  (text) => {
    test("as secrets.json is damaged, and is not replaced", () => {
      write("secrets.json", text);
      if (text === "") expect(() => loadSecrets(dataDir)).toThrow("delete it");
      mkdirSync(join(dataDir, "postgres"));
      const sentence = "is damaged. Restore it from a backup. It has the password of the database";
      expect(() => loadSecrets(dataDir)).toThrow(sentence);
      expect(readdirSync(dataDir)).toEqual(["postgres", "secrets.json"]);
    });

    test("as running.json or ports.json is ignored", async () => {
      write("running.json", text);
      write("ports.json", text);
      expect(runningUrl(dataDir)).toBeNull();
      expect(wasKilled(dataDir)).toBe(false);
      expect(rememberedPorts(dataDir)).toEqual({});
      const { release } = await lockInstallation(dataDir, "http://localhost:3000", noPlans);
      expect(runningUrl(dataDir)).toBe("http://localhost:3000");
      release();
      expect(existsSync(join(dataDir, "running.json"))).toBe(false);
    });
  },
);

test.each(['{"sessionSecret":""}', '{"sessionSecret":5}'])("secrets %s are damaged", (text) => {
  write("secrets.json", text);
  expect(() => loadSecrets(dataDir)).toThrow("is damaged");
});

test("remembered ports that no server can open are forgotten", () => {
  write("ports.json", '{"LIVEKIT_PORT":20001,"POSTGRES_PORT":70000,"LIVEKIT_UDP_PORT":"20002"}');
  expect(rememberedPorts(dataDir)).toEqual({ LIVEKIT_PORT: 20_001 });
});

test("a file that cannot be written keeps its content, and no draft stays", () => {
  mkdirSync(join(dataDir, "a folder"));
  expect(() => writePrivate(join(dataDir, "a folder"), "text")).toThrow();
  expect(readdirSync(dataDir)).toEqual(["a folder"]);
});

test("a folder that cannot be locked ends the start instead of retrying forever", async () => {
  rmSync(dataDir, { recursive: true });
  await expect(lockInstallation(dataDir, "http://localhost:3000", noPlans)).rejects.toThrow(
    "ENOENT",
  );
});
