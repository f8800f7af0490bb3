import { setInterval } from "node:timers/promises";
import { rounded, table } from "../figures/tables";
import { print } from "../print";
import { type Programs, takeSample } from "./sample";
import { type Sample, type Slope, slopesOf } from "./slopes";
import { VisitedShow } from "./visits";

const visitEveryMs = 3_000;
const sampleEveryMs = 15_000;

/**
 * Two shows that people visit and leave for this long.
 *
 * @returns a table of what grew, and a sentence about what is not flat
 * @throws if `minutes` is no number
 */
export async function runSoak(minutes: number): Promise<string> {
  if (!(minutes > 0)) throw new Error("soak takes a number of minutes");
  const { APP_PID, LIVEKIT_PID, POSTGRES_PID, METRICS_PORT } = process.env;
  const programs: Programs = {
    app: Number(APP_PID),
    livekit: Number(LIVEKIT_PID),
    postgres: Number(POSTGRES_PID),
  };
  const shows = [await VisitedShow.begins(), await VisitedShow.begins()];
  const samples: Sample[] = [];
  const untilMs = Date.now() + minutes * 60_000;
  let nextSampleMs = Date.now() + sampleEveryMs;
  for await (const _ of setInterval(visitEveryMs)) {
    if (Date.now() > untilMs) break;
    for (const show of shows) show.visit();
    if (Date.now() < nextSampleMs) continue;
    nextSampleMs += sampleEveryMs;
    const sample = await takeSample(programs, Number(METRICS_PORT));
    samples.push(sample);
    print(inShort(sample));
  }
  await Promise.all(shows.map((show) => show.ends()));
  const counts = shows.map(({ counts: each }) => JSON.stringify(each)).join(", ");
  return `${soakTable(slopesOf(samples))}\n\n${verdict(slopesOf(samples))}\nThe two shows: ${counts}`;
}

const inShort = ({ values }: Sample) =>
  Object.entries(values)
    .filter(([name]) => !name.startsWith("rows"))
    .map(([name, value]) => `${name} ${rounded(value)}`)
    .join("; ");

function soakTable(slopes: readonly Slope[]): string {
  const head = ["What", "at half-time", "at the end", "growth per hour", "flat"];
  return table(
    head,
    slopes.map(({ name, first, last, perHour, grows }) => [
      name,
      rounded(first),
      rounded(last),
      rounded(perHour),
      grows ? "**no**" : "yes",
    ]),
  );
}

function verdict(slopes: readonly Slope[]): string {
  if (slopes.length === 0) return "Too short to tell.";
  const growing = slopes.filter(({ grows }) => grows).map(({ name }) => name);
  return growing.length === 0 ? "Everything is flat." : `Not flat: ${growing.join("; ")}.`;
}
