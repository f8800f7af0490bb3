import { expect, test } from "vitest";
import packageJson from "@/package.json";
import packageLock from "@/package-lock.json";
import pinnedNode from "@/tools/node/package-lock.json";

const lockfiles = [packageLock, pinnedNode];

test("every dependency is pinned to one version", () => {
  const { dependencies, devDependencies } = packageJson;
  const ranges = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  );
  expect(ranges).toEqual([]);
});

type Locked = { resolved?: string; integrity?: string; inBundle?: boolean };

test("every package of the lockfiles has a checksum, for every platform, and no source besides the registry", () => {
  const odd = lockfiles.flatMap((lockfile) =>
    Object.entries(lockfile.packages as Record<string, Locked>).filter(
      ([path, { resolved, integrity, inBundle }]) =>
        path !== "" && !inBundle && (resolved || !integrity?.startsWith("sha512-")),
    ),
  );
  expect(odd).toEqual([]);
});
