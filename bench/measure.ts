import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { server } from "@/tests/support/api/server";
import { Cast } from "@/tests/support/browser/people/cast";
import type { Bare } from "./bare/bare";
import { summarize } from "./figures/percentiles";
import type { BenchRecord, Run } from "./figures/record";
import { rounded } from "./figures/tables";
import type { AppProcess } from "./machine/app-process";
import { type Gate, isQuiet } from "./machine/gate";
import { print } from "./print";
import {
  type Measure,
  type Readings,
  type Scenario,
  type Side,
  type Stage,
  sides,
} from "./scenario";

export type Plan = { scenarios: Scenario[]; runs: number | null };
type Tools = { bare: Bare; app: AppProcess; browser: Browser; observer: string; gate: Gate };
type Measured = Pick<BenchRecord, "runs" | "repeated" | "failures">;

/** How many times a run is tried, if it is disturbed or fails. */
const triesPerRun = 3;

/** Runs the scenarios, alternating between the sides, so that the machine's changes affect both alike. */
export async function measureAll({ scenarios, runs }: Plan, tools: Tools): Promise<Measured> {
  const measured: Measured = { runs: [], repeated: 0, failures: [] };
  for (const scenario of scenarios) await rehearse(scenario, tools);
  for (const scenario of scenarios) {
    for (let turn = 1; turn <= (runs ?? scenario.runs); turn++) {
      const order = turn % 2 === 0 ? sides.toReversed() : sides;
      for (const side of order) {
        const run = await countingRun(scenario, side, tools, measured);
        if (!run) continue;
        measured.runs.push(run);
        print(`${scenario.name} ${turn}, ${side}: ${inShort(run)}`);
      }
    }
  }
  return measured;
}

/** Runs everything once without counting: the first time is slow. */
async function rehearse({ measure }: Scenario, tools: Tools): Promise<void> {
  for (const side of sides) {
    const work = measure[side];
    if (work) await onStage(tools, work);
  }
}

/** The first undisturbed run, or else the least disturbed of all tries. */
async function countingRun(
  { name, measure }: Scenario,
  side: Side,
  tools: Tools,
  measured: Measured,
): Promise<Run | null> {
  const work = measure[side];
  if (!work) return null;
  let best: Run | null = null;
  let failure: unknown = null;
  for (let tried = 0; tried < triesPerRun; tried++) {
    await tools.gate.opens();
    const share = tools.gate.watch();
    try {
      const readings = await onStage(tools, work);
      const foreignShare = share();
      const run = {
        scenario: name,
        side,
        readings,
        foreignShare,
        disturbed: !isQuiet(foreignShare),
      };
      if (!best || (run.foreignShare ?? 0) < (best.foreignShare ?? 0)) best = run;
      if (!run.disturbed || !tools.gate.isPatient) return best;
      measured.repeated += 1;
    } catch (error) {
      failure = error;
      measured.failures.push(`${name}, ${side}: ${error}`);
      print(`${name}, ${side}: broke off, ${error}`);
    }
  }
  if (!best) throw failure;
  return best;
}

async function onStage(tools: Tools, work: Measure): Promise<Readings> {
  const { bare, app, browser, observer } = tools;
  const options: BrowserContextOptions = {
    baseURL: server.url,
    permissions: ["camera", "microphone"],
  };
  const cast = new Cast(browser, options);
  const contexts = new Set<{ close: () => Promise<void> }>();
  const observe = async (page: Page) => {
    await page.addInitScript({ content: observer });
  };
  const stage: Stage = {
    cast,
    observe,
    async page() {
      const context = await browser.newContext(options);
      contexts.add(context);
      const page = await context.newPage();
      await observe(page);
      return page;
    },
  };
  try {
    return await work({ bare, app, browser, stage });
  } finally {
    await Promise.all([...contexts].map((context) => context.close()));
    await cast.end();
  }
}

function inShort({ readings, disturbed, foreignShare }: Run): string {
  const parts = Object.entries(readings)
    .filter(([name]) => /picture|seen|delay|rate|cameras|total|requests|cpu|memory|join/.test(name))
    .map(([name, values]) => `${name} ${rounded(summarize(values)?.median ?? 0)}`);
  const share = foreignShare === null ? "" : ` (others: ${Math.round(foreignShare * 100)} %)`;
  return parts.join(", ") + share + (disturbed ? ", disturbed" : "");
}
