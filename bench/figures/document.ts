import type { BenchRecord } from "./record";
import { valuesOf } from "./record";
import { figureTable, peerTable } from "./tables";

const begin = "<!-- Written by npm run bench, from here -->";
const end = "<!-- to here -->";

const noisy =
  "**Most runs were disturbed: this table shows that the bench works, not how fast the app is.**";

/** The tables, and how they were measured. */
export function figuresText(record: BenchRecord): string {
  const { machine, runs, repeated, failures } = record;
  const { at, cores, processor, node, chromium, livekitClient } = machine;
  const disturbed = runs.filter((run) => run.disturbed).length;
  const values = valuesOf(record);
  const where = `Measured on ${at}, ${cores} cores of ${processor}, Node ${node}, Chromium ${chromium}, livekit-client ${livekitClient}.`;
  const how = `Runs that count: ${runs.length}, of which ${disturbed} although others used the machine; repeated for that reason: ${repeated}; broken off and repeated: ${failures.length}.`;
  const warning = disturbed > runs.length / 2 ? [noisy] : [];
  return [where, how, ...warning, figureTable(values), peerTable(values)].join("\n\n");
}

/**
 * Replaces the figures in a document, and leaves the rest as it is.
 *
 * @throws if the document has no place for them
 */
export function withFigures(document: string, text: string): string {
  const [before, rest] = document.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) {
    throw new Error(`the document has no place for the figures: ${begin} … ${end}`);
  }
  return `${before}${begin}\n\n${text}\n\n${end}${after}`;
}
