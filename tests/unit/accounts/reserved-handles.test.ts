import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { isReservedHandle } from "@/lib/accounts/reserved-handles";
import { handle } from "@/lib/contracts/accounts/auth";

/** A folder in brackets groups others, and is not part of a URL. */
const foldersIn = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => (name.startsWith("(") ? foldersIn(`${path}/${name}`) : name));

test("no account can be named like a path of the app", () => {
  const places = [...foldersIn("app"), ...readdirSync("public"), "rtc", "readyz", "metrics"];
  const possible = places
    .map((name) => name.replace(/\..*/, ""))
    .filter((name) => handle.safeParse(name).success);
  expect(possible.length).toBeGreaterThan(10);
  for (const name of possible) expect(isReservedHandle(name), name).toBe(true);
});

test("no account can pose as staff; a person's name is free", () => {
  for (const name of ["admin", "api", "support", "root"]) expect(isReservedHandle(name)).toBe(true);
  for (const name of ["ada", "grace_hopper", "admin_of_cats"]) {
    expect(isReservedHandle(name)).toBe(false);
  }
});
