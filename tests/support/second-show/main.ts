import { SecondShow } from "./second-show";

/** The run's report on the show: how it was affected, and what it cost. */
export type Report = { harm: string[]; coreShare: number };

const second = await SecondShow.begins();
const startedAt = performance.now();
const busyBefore = process.cpuUsage();
process.send?.("on air");

await new Promise((resolve) => {
  process.once("message", resolve);
  // The run has died.
  process.once("disconnect", () => process.exit(1));
});
const { user, system } = process.cpuUsage(busyBefore);
const coreShare = (user + system) / 1_000 / (performance.now() - startedAt);
const report: Report = { harm: await second.harm(), coreShare };
await second.ends();
process.send?.(report, () => process.exit(0));
