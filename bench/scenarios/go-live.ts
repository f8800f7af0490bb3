import type { Page } from "@playwright/test";
import { ask, type Readings, type Scenario, sincePress } from "../scenario";
import { arrives } from "./bare-people";
import { settles } from "./settled";

/** A host who is ready presses the button in front of a viewer who waits. */
async function goesLive(host: Page, viewer: Page): Promise<Readings> {
  await settles(host);
  const [{ atMs }] = await Promise.all([
    ask(viewer, "nextPicture", 0),
    host.getByRole("button", { name: "Go live", exact: true }).click(),
  ]);
  const openings = await ask(host, "cameraOpenings");
  return {
    "go-live.picture": [await sincePress(host, "Go live", atMs)],
    "go-live.cameras": [openings.length],
  };
}

export const goLive: Scenario = {
  name: "go-live",
  runs: 7,
  measure: {
    async bare(world) {
      const room = await world.bare.makesRoom();
      const viewer = await arrives(world, room, "viewer");
      return goesLive(await arrives(world, room, "host"), viewer);
    },
    async app({ stage: { cast, observe } }) {
      const host = await cast.host();
      const show = await host.makesShow();
      const viewer = await cast.viewer();
      await observe(viewer.page);
      await viewer.watches(show);
      await observe(host.page);
      await host.opensStudio(show);
      await ask(host.page, "nextPicture", 0);
      return goesLive(host.page, viewer.page);
    },
  },
};
