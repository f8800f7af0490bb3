import { SecondShow } from "./second-show";

/** What the run hears of the show: that it is on, and at the end what became of it. */
export type Report = { harm: string[]; coreShare: number };

const second = await SecondShow.begins();
const startedAt = performance.now();
const busyBefore = process.cpuUsage();
process.send?.("on air");

await new Promise((resolve) => {
  process.once("message", resolve);
  // The run is gone without a word.
  process.once("disconnect", () => process.exit(1));
});
const { user, system } = process.cpuUsage(busyBefore);
const coreShare = (user + system) / 1_000 / (performance.now() - startedAt);
const report: Report = { harm: await second.harm(), coreShare };
await second.ends();
process.send?.(report, () => process.exit(0));
