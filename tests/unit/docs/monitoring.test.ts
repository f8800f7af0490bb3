import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { collectDefaultMetrics, Registry } from "prom-client";
import { expect, test } from "vitest";
import { metrics } from "@/lib/metrics";

const folder = "docs/monitoring";
const read = (file: string) => readFileSync(file, "utf8");

const runtime = new Registry();
collectDefaultMetrics({ register: runtime });
const namesIn = (registry: Registry) => registry.getMetricsAsArray().map(({ name }) => name);
/** Of the server alone (lib/server/metrics-server.ts). */
const ofServer = ["greenroom_info"];
const ours = [...namesIn(metrics().registry), ...ofServer];
const known = new Set([...ours, ...namesIn(runtime), "up"]);

/** A histogram's series have names of their own. */
const metricOf = (series: string) =>
  known.has(series) ? series : series.replace(/_(?:bucket|count|sum)$/, "");
const seriesIn = (text: string) =>
  [...text.matchAll(/\b(?:greenroom|nodejs|process)_\w+|\bup\b(?=\{)/g)].map(([name]) => name);

test("every metric in the alerts exists", () => {
  const series = ["alerts.yml", "alerts.test.yml"].flatMap((file) =>
    seriesIn(read(`${folder}/${file}`)),
  );
  expect(series.length).toBeGreaterThan(20);
  expect(series.filter((name) => !known.has(metricOf(name)))).toEqual([]);
});

test("docs/monitoring.md names every metric, and says for every alert what to do", () => {
  const page = read("docs/monitoring.md");
  const named = seriesIn(page).filter((name) => name.startsWith("greenroom_"));
  expect([...new Set(named)].sort()).toEqual([...ours].sort());
  const alerts = [...read(`${folder}/alerts.yml`).matchAll(/alert: (\w+)/g)].map(
    ([, name]) => name,
  );
  const explained = [...page.matchAll(/`(Greenroom[A-Z]\w+)`(?=.*\|)/g)].map(([, name]) => name);
  expect([...new Set(explained)].sort()).toEqual(alerts.sort());
});

const hasPromtool = spawnSync("promtool", ["--version"]).status === 0;

for (const args of [
  ["check", "rules", "alerts.yml"],
  ["check", "config", "prometheus.yml"],
  ["test", "rules", "alerts.test.yml"],
]) {
  // Debian's package "prometheus" has it.
  test.skipIf(!hasPromtool)(`promtool ${args.join(" ")} finds no mistake`, () => {
    const { status, stdout, stderr } = spawnSync("promtool", args, {
      cwd: folder,
      encoding: "utf8",
    });
    expect(status, `${stdout}${stderr}`).toBe(0);
  });
}
