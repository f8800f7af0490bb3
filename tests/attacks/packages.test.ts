import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import packageJson from "@/package.json";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What npm prints as JSON, whether or not it succeeds. */
const npm = (...args: string[]) =>
  new Promise<unknown>((resolve, reject) => {
    const limits = { cwd: root, maxBuffer: 64 * 1024 * 1024, timeout: 50_000 };
    execFile("npm", args, limits, (error, out) => {
      if (out) resolve(JSON.parse(out));
      else reject(error ?? new Error("npm printed nothing"));
    });
  });

type Bill = {
  bomFormat: string;
  components: { name: string; version: string; hashes?: object[] }[];
};

test("npm run sbom lists every package with its version and checksum, as CycloneDX", async () => {
  const args = packageJson.scripts.sbom.split(" ").slice(1);
  const { bomFormat, components } = (await npm(...args)) as Bill;
  expect(bomFormat).toBe("CycloneDX");
  const direct = Object.entries(packageJson.dependencies);
  const listed = components.map(({ name, version }) => `${name}@${version}`);
  expect(
    direct.map(([name, version]) => `${name}@${version}`).filter((each) => !listed.includes(each)),
  ).toEqual([]);
  expect(components.filter(({ hashes }) => !hashes?.length)).toEqual([]);
});

type Audit = { metadata?: { vulnerabilities: Record<string, number> }; vulnerabilities?: object };

test("npm audit knows no serious flaw in the packages that Greenroom runs", async ({ skip }) => {
  const { metadata, vulnerabilities } = (await npm("audit", "--json", "--omit=dev")) as Audit;
  if (!metadata) skip("the registry does not answer npm audit");
  const { high = 0, critical = 0 } = metadata?.vulnerabilities ?? {};
  expect(high + critical, JSON.stringify(vulnerabilities, null, 2)).toBe(0);
});
