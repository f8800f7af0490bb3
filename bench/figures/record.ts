import type { Readings, Side } from "../scenario";
import type { ValuesOf } from "./tables";

/** One run that counts. */
export type Run = {
  scenario: string;
  side: Side;
  readings: Readings;
  /** How much of the machine others had meanwhile; null where that cannot be told. */
  foreignShare: number | null;
  disturbed: boolean;
};

/** Where and with what it was measured. */
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
  /** Repeated because others used the machine. */
  repeated: number;
  /** Runs that broke off, and why; each was repeated. */
  failures: string[];
};

export const valuesOf =
  ({ runs }: Pick<BenchRecord, "runs">): ValuesOf =>
  (reading, side) =>
    runs.filter((run) => run.side === side).flatMap(({ readings }) => readings[reading] ?? []);
