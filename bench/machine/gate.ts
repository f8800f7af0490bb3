import { setTimeout as pause } from "node:timers/promises";
import { watchForeignLoad } from "./load";

const lookMs = 1_000;
const pauseMs = 2_000;
/** The share of the machine that other programs may use during a run. */
const quietShare = 0.15;

export const isQuiet = (share: number | null) => share === null || share <= quietShare;

/** Waits until other programs leave the machine alone, or the bench's patience is used up. */
export class Gate {
  #patienceMs: number;

  constructor(
    readonly root: number,
    patienceMs: number,
  ) {
    this.#patienceMs = patienceMs;
  }

  get isPatient(): boolean {
    return this.#patienceMs > 0;
  }

  async opens(): Promise<void> {
    for (;;) {
      const share = watchForeignLoad(this.root);
      await pause(lookMs);
      if (isQuiet(share()) || !this.isPatient) return;
      await pause(pauseMs);
      this.#patienceMs -= lookMs + pauseMs;
    }
  }

  watch() {
    return watchForeignLoad(this.root);
  }
}
