import type { Page } from "@playwright/test";
import { watchPath } from "@/lib/client/livestreams/livestream-paths";
import { stageRoom } from "@/lib/livekit/rooms";
import { ask, type Readings, type Scenario, type Stage, several, type World } from "../scenario";
import { isOnAir } from "./bare-people";
import { settles } from "./settled";
import { Wire } from "./wire";

const visitorsPerRun = 3;

/** Opens a live show in a browser that has never been there, and then once more. */
async function visitTwice(first: Page, second: () => Promise<Page>, url: string) {
  const cold = await visit(first, url, "cold");
  await settles(first);
  await first.close();
  const page = await second();
  const warm = await visit(page, url, "warm");
  await page.context().close();
  return { ...cold, ...warm };
}

async function visit(page: Page, url: string, visited: "cold" | "warm"): Promise<Readings> {
  const wire = await Wire.of(page);
  await page.goto(url, { waitUntil: "commit" });
  const { atMs, sinceNavigationMs } = await ask(page, "nextPicture", 0);
  // The browser reports the network a moment after the page reports the picture.
  await settles(page);
  const weights = Object.entries(wire.until(atMs)).map(([kind, value]) => [
    `${visited}.${kind}`,
    [value],
  ]);
  return { [`${visited}.picture`]: [sinceNavigationMs], ...Object.fromEntries(weights) };
}

/** Visits to the reference, in any room. */
async function visitsBare({ bare, stage }: World, room: string): Promise<Readings> {
  return several(visitorsPerRun, async () => {
    const page = await stage.page();
    const again = async () => {
      const next = await page.context().newPage();
      await stage.observe(next);
      return next;
    };
    return visitTwice(page, again, bare.page(room, "viewer"));
  });
}

async function visitsApp({ cast, observe }: Stage, mint: string): Promise<Readings> {
  return several(visitorsPerRun, async () => {
    const viewer = await cast.viewer();
    await observe(viewer.page);
    const again = async () => {
      await viewer.comesBack();
      await observe(viewer.page);
      return viewer.page;
    };
    return visitTwice(viewer.page, again, watchPath(mint));
  });
}

/** The mint of a show that has been live for a moment. */
async function hostOnAir({ cast, observe }: Stage): Promise<string> {
  const host = await cast.host();
  await observe(host.page);
  const { mint } = await host.goesLive();
  await settles(host.page);
  return mint;
}

export const firstPicture: Scenario = {
  name: "first-picture",
  runs: 5,
  measure: {
    async bare(world) {
      const { room, host } = await isOnAir(world);
      await settles(host);
      return visitsBare(world, room);
    },
    async app({ stage }) {
      return visitsApp(stage, await hostOnAir(stage));
    },
  },
};

const pictures = (readings: Readings): Readings => ({
  "cold.one-show": readings["cold.picture"] ?? [],
  "warm.one-show": readings["warm.picture"] ?? [],
});

/** Both viewer pages with the same kind of host, who uses the same processors. */
export const oneShow: Scenario = {
  name: "one-show",
  runs: 5,
  measure: {
    async bare(world) {
      const mint = await hostOnAir(world.stage);
      return pictures(await visitsBare(world, stageRoom(mint)));
    },
    app: async (world) => pictures(await firstPicture.measure.app(world)),
  },
};
