import type { Readings, Side } from "../scenario";
import type { ValuesOf } from "./tables";

/** One run that counts. */
export type Run = {
  scenario: string;
  side: Side;
  readings: Readings;
  /** The share of the machine that other programs used meanwhile; null if unknown. */
  foreignShare: number | null;
  disturbed: boolean;
};

/** Where and with which versions it was measured. */
export type Machine = {
  at: string;
  cores: number;
  processor: string;
  node: string;
  chromium: string;
  livekitClient: string;
};

export type BenchRecord = {
  machine: Machine;
  runs: Run[];
  /** Runs repeated because other programs used the machine. */
  repeated: number;
  /** Runs that failed, and why; each was repeated. */
  failures: string[];
};

export const valuesOf =
  ({ runs }: Pick<BenchRecord, "runs">): ValuesOf =>
  (reading, side) =>
    runs.filter((run) => run.side === side).flatMap(({ readings }) => readings[reading] ?? []);
