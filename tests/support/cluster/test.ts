import { test as base } from "@playwright/test";
import { Cast } from "../browser/people/cast";
import { pinnedTo } from "./front";
import { addressOf, aWorld, type World } from "./world";

type Places = {
  /** Each test breaks its own. */
  world: World;
  /** People whose browsers use the first app while it runs, and the second. */
  first: Cast;
  second: Cast;
};

export const test = base.extend<Places>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its pattern.
  world: async ({}, use) => {
    const world = await aWorld();
    await use(world);
    await world.stop();
  },
  first: async ({ browser, world }, use) => {
    const cast = new Cast(browser, optionsFor(world, 0));
    await use(cast);
    await cast.end();
  },
  second: async ({ browser, world }, use) => {
    const cast = new Cast(browser, optionsFor(world, 1));
    await use(cast);
    await cast.end();
  },
});

const optionsFor = ({ url, apps }: World, app: 0 | 1) => ({
  baseURL: url,
  ignoreHTTPSErrors: true,
  storageState: pinnedTo(addressOf(apps[app])),
});

export { expect } from "@playwright/test";
