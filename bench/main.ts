import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Browser, chromium } from "@playwright/test";
import { dependencies } from "@/package.json";
import config from "@/playwright.config";
import { Bare } from "./bare/bare";
import { type CrowdWish, runCrowds } from "./crowd/run";
import { figuresText, withFigures } from "./figures/document";
import type { Machine } from "./figures/record";
import { valuesOf } from "./figures/record";
import { figureTable } from "./figures/tables";
import { Gate } from "./machine/gate";
import { measureAll, type Plan } from "./measure";
import { print } from "./print";
import { arrivals } from "./scenarios/arrivals";
import { chat } from "./scenarios/chat";
import { connects } from "./scenarios/connects";
import { firstPicture, oneShow } from "./scenarios/first-picture";
import { glassToGlass } from "./scenarios/glass-to-glass";
import { goLive } from "./scenarios/go-live";
import { guests } from "./scenarios/guests";
import { tokens } from "./scenarios/tokens";
import { runSoak } from "./soak/run";

const liveScenarios = [firstPicture, oneShow, goLive, guests, glassToGlass, chat];
const scenarios = [...liveScenarios, tokens, arrivals, connects];
const document = "docs/performance.md";
const artifacts = ".artifacts/bench";

type Wish = Plan & {
  patienceMs: number;
  writes: boolean;
  crowd: CrowdWish | null;
  soakMinutes: number | null;
};

const numbers = (list: string) => list.split(",").map(Number);

const usualSoakMinutes = "20";

/** `[names] [--runs N] [--patience seconds] [--write]`, `crowd [--viewers N,N] [--rates N,N]` or `soak [minutes]` */
function readWish(): Wish {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      runs: { type: "string" },
      patience: { type: "string", default: "600" },
      write: { type: "boolean", default: false },
      viewers: { type: "string", default: "100,200,400" },
      rates: { type: "string", default: "5,20,50" },
    },
  });
  const { viewers, rates } = values;
  const crowd = { viewers: numbers(viewers), rates: numbers(rates) };
  const chosen = scenarios.filter(({ name }) => positionals.includes(name));
  const all = positionals.length === 0;
  const [name, minutes = usualSoakMinutes] = positionals;
  return {
    scenarios: all ? scenarios : chosen,
    runs: values.runs ? Number(values.runs) : null,
    patienceMs: Number(values.patience) * 1_000,
    writes: values.write || (all && !values.runs),
    crowd: positionals.includes("crowd") ? crowd : null,
    soakMinutes: name === "soak" ? Number(minutes) : null,
  };
}

function machineOf(browser: Browser): Machine {
  const [processor] = cpus();
  return {
    at: new Date().toISOString().slice(0, 10),
    cores: cpus().length,
    processor: processor?.model.trim() ?? "an unknown processor",
    node: process.versions.node,
    chromium: browser.version(),
    livekitClient: dependencies["livekit-client"],
  };
}

async function main(): Promise<void> {
  const wish = readWish();
  if (wish.soakMinutes !== null) {
    print(`\n${await runSoak(wish.soakMinutes)}`);
    // LiveKit's SDK for Node keeps a process that has used it.
    process.exit();
  }
  const { APP_PID, APP_INSPECT_PORT } = process.env;
  const app = { pid: Number(APP_PID), inspectPort: Number(APP_INSPECT_PORT) };
  const bundle = (name: string) => join(artifacts, name);
  const bare = await Bare.start(bundle("server.mjs"), bundle("page.js"));
  if (wish.crowd) {
    try {
      print(`\n${await runCrowds(bare, wish.crowd)}`);
      return;
    } finally {
      bare.stop();
    }
  }
  const browser = await chromium.launch(config.use?.launchOptions);
  try {
    const observer = readFileSync(bundle("observer.js"), "utf8");
    const gate = new Gate(process.ppid, wish.patienceMs);
    const measured = await measureAll(wish, { bare, app, browser, observer, gate });
    const record = { machine: machineOf(browser), ...measured };
    mkdirSync(artifacts, { recursive: true });
    writeFileSync(bundle("record.json"), JSON.stringify(record, null, 1));
    print(`\n${figureTable(valuesOf(record))}`);
    if (!wish.writes) return;
    writeFileSync(document, withFigures(readFileSync(document, "utf8"), figuresText(record)));
    print(`\n${document} has the figures.`);
  } finally {
    await browser.close();
    bare.stop();
  }
}

await main();
