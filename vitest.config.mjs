import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const at = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

const unitTests = "tests/unit/**/*.test.{ts,tsx}";
const contractTests = "tests/contract/**/*.test.ts";

const changes = [
  /\bvi\.(mock|stubEnv|resetModules)\(/,
  /\btakeOwnSettings\(/,
  /\bprocess\.env\.\w+ = |\bObject\.assign\(process\.env\b/,
  /tests\/support\/own\//,
  // LiveKit's client for Node is gone for good afterwards.
  /\bdispose\(\)/,
];

/** Files that read settings or replace modules, which a process keeps for the next file. */
const changeTheirProcess = (/** @type {string} */ pattern) =>
  globSync(pattern, { cwd: at("./") }).filter((file) => {
    const text = readFileSync(at(file), "utf8");
    return changes.some((change) => change.test(text));
  });
const unitAlone = changeTheirProcess(unitTests);
const contractAlone = changeTheirProcess(contractTests);

// Thousands of cases of a property take their time on a busy machine.
const unit = { testTimeout: 60_000 };

const onServer = {
  // Few at once: one server and one database serve all of these files.
  maxWorkers: 3,
  // Vite has a BASE_URL of its own, and would put it in the place of the server's address.
  env: { BASE_URL: process.env.BASE_URL ?? "" },
  setupFiles: ["tests/support/api/end-shows.ts"],
  testTimeout: 30_000,
  hookTimeout: 30_000,
};

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: at("./") },
      // Outside of React's server build this package throws, and the tests are such an outside.
      { find: /^server-only$/, replacement: at("./node_modules/server-only/empty.js") },
    ],
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          ...unit,
          name: "unit",
          include: [unitTests],
          exclude: unitAlone,
          // Most of the time went into importing the same modules again for each file.
          isolate: false,
        },
      },
      {
        extends: true,
        test: { ...unit, name: "unit-isolated", include: unitAlone },
      },
      {
        extends: true,
        test: {
          ...onServer,
          name: "contract",
          include: [contractTests],
          exclude: contractAlone,
          isolate: false,
        },
      },
      {
        extends: true,
        test: { ...onServer, name: "contract-isolated", include: contractAlone },
      },
      {
        extends: true,
        test: {
          ...onServer,
          name: "proxies",
          include: ["tests/proxies/**/*.test.ts"],
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          ...onServer,
          name: "attacks",
          include: ["tests/attacks/**/*.test.ts"],
          // One file at a time: each keeps the server busy, measures its answers and may change its settings.
          maxWorkers: 1,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "launcher",
          include: ["tests/launcher/**/*.test.ts"],
          maxWorkers: 2,
          // A copy may have to install its packages, and build LiveKit and the app.
          testTimeout: 120_000,
          hookTimeout: 600_000,
        },
      },
      {
        extends: true,
        test: {
          ...onServer,
          name: "faults",
          include: ["tests/faults/**/*.test.ts"],
          setupFiles: [],
          // What a fault costs is measured, so nothing runs beside it.
          maxWorkers: 1,
          testTimeout: 150_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
