import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { allContracts } from "@/lib/contracts/all";
import { nothing } from "@/lib/contracts/common/endpoint";
import { refusalsOf } from "@/lib/contracts/common/refusals";
import { statusOf } from "@/lib/problem";

const contracts = fileURLToPath(new URL("../../../lib/contracts", import.meta.url));
const app = fileURLToPath(new URL("../../../app", import.meta.url));

/** Routes without a contract for their body or answer, each with the reason. */
const withoutContract: Record<string, string> = {
  "/api/auth/{nextauth}": "next-auth defines what goes in and out",
  "/livekit/webhook": "LiveKit defines what it sends, and signs the bytes",
  "/livekit/authorize": "a reverse proxy reads the status only",
  "/healthz": "for monitors",
  "/readyz": "for load balancers",
  "/api/{unknown}": "any other path, refused with a problem of the API",
};

const files = readdirSync(app, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("route.ts"))
  .map((file) => ({ path: pathOf(file), source: readFileSync(`${app}/${file}`, "utf8") }));

/** The URL of a route file: without groups in parentheses, with parameters in braces. */
function pathOf(file: string): string {
  const parts = file.split(/[\\/]/).slice(0, -1);
  const named = parts.filter((part) => !/^\(.*\)$/.test(part));
  return `/${named.map((part) => part.replace(/^\[(?:\.\.\.)?(\w+)\]$/, "{$1}")).join("/")}`;
}

test("every contract file is part of the whole", () => {
  const whole = readFileSync(`${contracts}/all.ts`, "utf8");
  const declaring = readdirSync(contracts)
    .filter((file) => file.endsWith(".ts"))
    .filter((file) => /= endpoint\(\{/.test(readFileSync(`${contracts}/${file}`, "utf8")))
    .map((file) => file.replace(/\.ts$/, ""));
  expect(declaring.filter((file) => !whole.includes(`from "./${file}"`))).toEqual([]);
});

for (const { path, source } of files) {
  test(`${path} serves its contracts and no others, or has a reason for having none`, () => {
    const served = [...source.matchAll(/\bcontract: (?:\w+\.)?(\w+)/g)].map(([, name]) => name);
    const wanted = allContracts.filter(({ contract }) => contract.path === path);
    expect(served.sort()).toEqual(wanted.map(({ name }) => name).sort());
    expect(served.length === 0).toBe(Object.hasOwn(withoutContract, path));
  });
}

test("every contract is served, and every exception is still a route", () => {
  const paths = new Set(files.map(({ path }) => path));
  const promised = [
    ...allContracts.map(({ contract }) => contract.path),
    ...Object.keys(withoutContract),
  ];
  expect(promised.filter((path) => !paths.has(path))).toEqual([]);
});

test("no two contracts have the same call or name", () => {
  const calls = allContracts.map(({ contract: { method, path } }) => `${method} ${path}`);
  expect(calls.length).toBe(new Set(calls).size);
  const names = allContracts.map(({ name }) => name);
  expect(names.length).toBe(new Set(names).size);
});

for (const { name, contract } of allContracts) {
  const { method, path, example } = contract;
  test(`${method} ${path} has an example that its own schemas accept`, () => {
    for (const part of ["params", "query", "body", "response"] as const) {
      if (contract[part] === nothing) expect(example[part]).toBeUndefined();
      else expect(() => contract[part].parse(example[part]), `${name} ${part}`).not.toThrow();
    }
    expect(contract.summary).toMatch(/^\S.*\.$/s);
  });

  test(`${method} ${path} declares who may call it, and how it refuses`, () => {
    const keysMayCall = !["public", "person", "admin", "encoder"].includes(contract.access);
    expect(contract.scope !== null).toBe(keysMayCall);
    for (const code of refusalsOf(contract)) expect(statusOf[code]).toBeGreaterThanOrEqual(400);
    expect(new Set(contract.errors).size).toBe(contract.errors.length);
  });
}
