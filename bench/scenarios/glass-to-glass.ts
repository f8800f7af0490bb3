import type { Page } from "@playwright/test";
import { ask, type Readings, type Scenario } from "../scenario";
import { arrives, isOnAir } from "./bare-people";

/** Until the bandwidth estimate has allowed the picture its full size. */
const growMs = 5_000;
const readMs = 8_000;

async function reads(viewer: Page): Promise<Readings> {
  await ask(viewer, "nextPicture", 0);
  await viewer.waitForTimeout(growMs);
  const { agesMs, unreadable } = await ask(viewer, "readFrames", readMs);
  return {
    "glass.delay": agesMs,
    "glass.fps": [agesMs.length / (readMs / 1_000)],
    "glass.unreadable": [unreadable],
  };
}

export const glassToGlass: Scenario = {
  name: "glass-to-glass",
  runs: 5,
  measure: {
    async bare(world) {
      const { room } = await isOnAir(world);
      return reads(await arrives(world, room, "viewer"));
    },
    async app({ stage: { cast, observe } }) {
      const host = await cast.host();
      await observe(host.page);
      const show = await host.goesLive();
      const viewer = await cast.viewer();
      await observe(viewer.page);
      await viewer.watches(show);
      return reads(viewer.page);
    },
  },
};
