import { setTimeout as pause } from "node:timers/promises";
import { watchForeignLoad } from "./load";

const lookMs = 1_000;
const pauseMs = 2_000;
/** How much of the machine others may have during a run. */
const quietShare = 0.15;

export const isQuiet = (share: number | null) => share === null || share <= quietShare;

/** Waits for others to leave the machine alone, until the patience of the whole bench is used up. */
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
