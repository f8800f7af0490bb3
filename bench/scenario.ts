import { setTimeout as pause } from "node:timers/promises";
import type { Browser, Page } from "@playwright/test";
import type { Cast } from "@/tests/support/browser/people/cast";
import type { Bare } from "./bare/bare";
import type { AppProcess } from "./machine/app-process";
import type { ObservedWindow, Observer } from "./page/observer";

/** The reference and the app, measured in turns. */
export const sides = ["bare", "app"] as const;
export type Side = (typeof sides)[number];

/** The readings of one run, by the figure's name; some have one value, some many. */
export type Readings = Record<string, number[]>;

export type World = { bare: Bare; app: AppProcess; browser: Browser; stage: Stage };

/** The people of one run; they are all gone after it. */
export type Stage = {
  cast: Cast;
  /** Observes this page from its next navigation on. */
  observe: (page: Page) => Promise<void>;
  /** A page in its own browser profile. */
  page: () => Promise<Page>;
};

export type Measure = (world: World) => Promise<Readings>;

/** Runs `once` several times in a row, passing it the number of earlier runs. */
export async function several(
  times: number,
  once: (done: number) => Promise<Readings>,
): Promise<Readings> {
  const all: Readings = {};
  for (let done = 0; done < times; done++) {
    for (const [reading, values] of Object.entries(await once(done))) {
      all[reading] = [...(all[reading] ?? []), ...values];
    }
  }
  return all;
}

export type Scenario = {
  /** As typed after `npm run bench`. */
  name: string;
  runs: number;
  measure: Partial<Record<Side, Measure>> & { app: Measure };
};

type Asked = keyof Observer;
type Given<K extends Asked> = Observer[K] extends (...given: infer G) => unknown ? G : [];
type Answer<K extends Asked> = Observer[K] extends (...given: never[]) => infer R
  ? Awaited<R>
  : Observer[K];

const patienceMs = 30_000;

/**
 * Reads a page's own recordings, or waits for the next one.
 *
 * @throws if that takes too long
 */
export async function ask<K extends Asked>(
  page: Page,
  what: K,
  ...given: Given<K>
): Promise<Answer<K>> {
  const limit = new AbortController();
  const answer = page.evaluate(
    ([name, args]) => {
      const { benchObserver } = globalThis as ObservedWindow;
      const found = benchObserver[name] as unknown;
      return typeof found === "function" ? found(...args) : found;
    },
    [what, given] as const,
  );
  const tooLate = pause(patienceMs, null, { signal: limit.signal, ref: false }).then(() => {
    throw new Error(`${what} took longer than ${patienceMs} ms`);
  });
  // Nobody listens to the promise that loses the race.
  tooLate.catch(() => undefined);
  try {
    return (await Promise.race([answer, tooLate])) as Answer<K>;
  } finally {
    limit.abort();
  }
}

/** The time from a click on the button until something happened. */
export async function sincePress(page: Page, button: string, atMs: number): Promise<number> {
  const pressedAt = await ask(page, "pressedAt", button);
  if (pressedAt === null) throw new Error(`${button} was never clicked`);
  return atMs - pressedAt;
}
