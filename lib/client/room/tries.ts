/** Attempts at one connection. */
export type Tries = { attempt: number; failures: number };

export const firstTry: Tries = { attempt: 0, failures: 0 };

/** A connection that held this long was good: its loss counts as a first failure. */
export const steadyMs = 10_000;

export const afterLoss = ({ attempt, failures }: Tries): Tries => ({
  attempt: attempt + 1,
  failures: failures + 1,
});

export const onceSteady = (tries: Tries): Tries =>
  tries.failures === 0 ? tries : { ...tries, failures: 0 };
