import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { isReservedHandle } from "@/lib/accounts/reserved-handles";
import { handle } from "@/lib/contracts/auth";

/** A folder in brackets groups others, and is no part of an address. */
const foldersIn = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => (name.startsWith("(") ? foldersIn(`${path}/${name}`) : name));

test("no account may have the name of a place that the app answers", () => {
  const places = [...foldersIn("app"), ...readdirSync("public"), "rtc", "readyz", "metrics"];
  const possible = places
    .map((name) => name.replace(/\..*/, ""))
    .filter((name) => handle.safeParse(name).success);
  expect(possible.length).toBeGreaterThan(10);
  for (const name of possible) expect(isReservedHandle(name), name).toBe(true);
});

test("no account may speak as the house; a person's name is free", () => {
  for (const name of ["admin", "api", "support", "root"]) expect(isReservedHandle(name)).toBe(true);
  for (const name of ["ada", "grace_hopper", "admin_of_cats"]) {
    expect(isReservedHandle(name)).toBe(false);
  }
});
