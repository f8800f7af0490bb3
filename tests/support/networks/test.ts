import { type Browser, test as base, type Page } from "@playwright/test";
import { Cast } from "../browser/people/cast";
import { watchPictures } from "./pictures";
import { aWorld, opensBare, turnDomain, type World } from "./world";

/** Opens the bare page at one end. */
export type BareAt = (end: Cast, room: string, role: "host" | "guest" | "viewer") => Promise<Page>;

type People = {
  /** People on this machine. */
  near: Cast;
  /** People at the other end of the link. */
  far: Cast;
  bareAt: BareAt;
};

type Worker = { world: World; farBrowser: Browser };

export const test = base.extend<People, Worker>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its pattern.
    async ({}, use) => {
      const world = await aWorld();
      await use(world);
      await world.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  farBrowser: [
    async ({ playwright, launchOptions, world }, use) => {
      const { address } = world.network;
      const command = launchOptions.executablePath ?? playwright.chromium.executablePath();
      const browser = await playwright.chromium.launch({
        ...launchOptions,
        executablePath: world.network.starter(command),
        // The same name at both ends: browsers give the camera only to localhost or over HTTPS.
        args: [
          ...(launchOptions.args ?? []),
          `--host-resolver-rules=MAP localhost ${address},MAP ${turnDomain} ${address}`,
          "--ignore-certificate-errors",
        ],
      });
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
  near: async ({ browser, world }, use) => {
    await world.network.turns({});
    await withCast(browser, use);
  },
  far: async ({ farBrowser }, use) => withCast(farBrowser, use),
  bareAt: async ({ world }, use) => {
    const opened: Page[] = [];
    await use(async (end, room, role) => {
      const page = await end.browser.newPage();
      opened.push(page);
      await watchPictures(page);
      await opensBare(page, world.bare, room, role);
      return page;
    });
    for (const page of opened) await page.close();
  },
});

async function withCast(browser: Browser, use: (cast: Cast) => Promise<void>): Promise<void> {
  const cast = new Cast(browser, { baseURL: process.env.BASE_URL });
  await use(cast);
  await cast.end();
}

export { expect } from "@playwright/test";
