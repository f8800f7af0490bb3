import type { Bare } from "../bare/bare";
import { print } from "../print";
import { type Crowded, type Load, letIn } from "./crowd";
import { askGate } from "./gate";
import { goLiveBefore, type WentLive } from "./go-live";
import { Houses, kinds } from "./houses";
import { crowdTable, gateSentence, goLiveTable } from "./table";

/** How many viewers, and how many of them arrive a second. */
export type CrowdWish = { viewers: number[]; rates: number[] };

const shows = 20;
/** A fresh server is slow, and so is a first crowd. */
const rehearsal = { viewers: 10, perSecond: 10, shows: 1 };

/** All crowds in one run, on one machine: the app’s, the bare page’s, at one show and at twenty. */
export async function runCrowds(bare: Bare, { viewers, rates }: CrowdWish): Promise<string> {
  const houses = new Houses(bare);
  await houses.hireFor(Math.max(...viewers));
  const crowds: Crowded[] = [];
  const measure = async (load: Load) => {
    const server = load.kind === "bare" ? bare.pid : Number(process.env.APP_PID);
    const programs = {
      server,
      livekit: Number(process.env.LIVEKIT_PID),
      postgres: Number(process.env.POSTGRES_PID),
    };
    const crowd = await letIn(houses, load, programs);
    crowds.push(crowd);
    print(crowdTable([crowd]).split("\n").at(-1) ?? "");
  };
  for (const kind of kinds) await measure({ kind, ...rehearsal });
  crowds.length = 0;
  for (const count of viewers) {
    for (const perSecond of rates) {
      for (const kind of kinds) await measure({ kind, viewers: count, perSecond, shows: 1 });
    }
  }
  const [most, rate] = [Math.max(...viewers), Math.max(...rates)];
  await measure({ kind: "hidden", viewers: most, perSecond: rate, shows });
  const wentLive: WentLive[] = [];
  for (const kind of ["bare", "hidden"] as const) {
    wentLive.push(await goLiveBefore(houses, { kind, viewers: most, perSecond: rate, shows: 1 }));
  }
  const gate = gateSentence(await askGate(houses));
  return [crowdTable(crowds), goLiveTable(wentLive), gate].join("\n\n");
}
