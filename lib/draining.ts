import "server-only";
import { provideFigure } from "@/lib/metrics";
import { once } from "@/lib/once";

const state = () =>
  once("draining", () => {
    const made = { draining: false, unfinished: new Set<unknown>() };
    provideFigure("draining", () => Number(made.draining));
    return made;
  });

/** Whether this process is about to end: it still answers, but new requests should go elsewhere. */
export const isDraining = (): boolean => state().draining;

export function startDraining(): void {
  state().draining = true;
}

/** Keeps a stopping process alive until `work`, which no request waits for, has settled. */
export function finishBeforeExit(work: Promise<unknown>): void {
  const { unfinished } = state();
  const settled = work
    .catch(() => undefined)
    .finally(() => {
      unfinished.delete(settled);
    });
  unfinished.add(settled);
}

/** Resolves once all such work has settled. */
export async function workIsFinished(): Promise<void> {
  await Promise.all(state().unfinished);
}
