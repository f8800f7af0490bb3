/** Prints what a fault cost, in one line. */
export const figure = (text: string): void => void process.stdout.write(`  ${text}\n`);

/** The time since `startedAt`, a time of `performance.now()`. */
export const since = (startedAt: number): string =>
  `${((performance.now() - startedAt) / 1_000).toFixed(1)} s`;

/** After this time, something that should heal has not. What people notice is under ten seconds. */
export const healsWithinMs = 30_000;
