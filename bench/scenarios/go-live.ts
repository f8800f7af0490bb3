import type { Page } from "@playwright/test";
import { ask, type Readings, type Scenario, several, sincePress, type World } from "../scenario";
import { arrives } from "./bare-people";
import { settles } from "./settled";

const showsPerRun = 3;

/** A prepared host goes live while a viewer waits; then both leave. */
async function goesLive(host: Page, viewer: Page): Promise<Readings> {
  await settles(host);
  const [{ atMs }] = await Promise.all([
    ask(viewer, "nextPicture", 0),
    host.getByRole("button", { name: "Go live", exact: true }).click(),
  ]);
  const openings = await ask(host, "cameraOpenings");
  const readings = {
    "go-live.picture": [await sincePress(host, "Go live", atMs)],
    "go-live.cameras": [openings.length],
  };
  await Promise.all([host, viewer].map((page) => page.context().close()));
  return readings;
}

async function bareShow(world: World): Promise<Readings> {
  const room = await world.bare.makesRoom();
  const viewer = await arrives(world, room, "viewer");
  return goesLive(await arrives(world, room, "host"), viewer);
}

async function appShow({ stage: { cast, observe } }: World): Promise<Readings> {
  const host = await cast.host();
  const show = await host.makesShow();
  const viewer = await cast.viewer();
  await observe(viewer.page);
  await viewer.watches(show);
  await observe(host.page);
  await host.opensStudio(show);
  await ask(host.page, "nextPicture", 0);
  return goesLive(host.page, viewer.page);
}

export const goLive: Scenario = {
  name: "go-live",
  runs: 5,
  measure: {
    bare: (world) => several(showsPerRun, () => bareShow(world)),
    app: (world) => several(showsPerRun, () => appShow(world)),
  },
};
