import type { Page } from "@playwright/test";
import type { Guest } from "@/tests/support/browser/people/guest";
import type { Host } from "@/tests/support/browser/people/host";
import { ask, type Scenario, several, sincePress } from "../scenario";
import { arrives, isOnAir } from "./bare-people";
import { settles } from "./settled";

const guestsPerRun = 5;

/** A host on air admits someone; the time until the viewer sees them. */
async function admits(host: Page, button: string, viewer: Page): Promise<number> {
  const [{ atMs }] = await Promise.all([
    ask(viewer, "nextPicture", Date.now()),
    host.getByRole("button", { name: button, exact: true }).click(),
  ]);
  return sincePress(host, button, atMs);
}

/** A guest who has read the page asks to join; the time until the host's panel shows the name. */
async function knocks(guest: Guest, link: string, host: Host): Promise<number> {
  await host.seesNobodyWaiting();
  await guest.opensInvite(link);
  await guest.page.getByRole("textbox", { name: "Your name" }).fill(guest.name);
  await settles(guest.page);
  const [seenAt] = await Promise.all([
    ask(host.page, "textShown", guest.name),
    guest.button("Ask to join").click(),
  ]);
  return sincePress(guest.page, "Ask to join", seenAt);
}

export const guests: Scenario = {
  name: "guests",
  runs: 6,
  measure: {
    async bare(world) {
      const { room, host } = await isOnAir(world);
      const viewer = await arrives(world, room, "viewer");
      await ask(viewer, "nextPicture", 0);
      return several(guestsPerRun, async () => {
        const guest = await arrives(world, room, "guest");
        await settles(guest);
        const picture = await admits(host, "Admit", viewer);
        await guest.context().close();
        await settles(viewer);
        return { "admit.picture": [picture] };
      });
    },
    async app({ stage: { cast, observe } }) {
      const host = await cast.host();
      await observe(host.page);
      const show = await host.goesLive();
      const link = await host.invitesByApi(show);
      const viewer = await cast.viewer();
      await observe(viewer.page);
      await viewer.watches(show);
      await ask(viewer.page, "nextPicture", 0);
      return several(guestsPerRun, async (come) => {
        const guest = await cast.guest(`Ada ${come}`);
        await observe(guest.page);
        const seen = await knocks(guest, link, host);
        await host.seesReady(guest.name);
        await settles(guest.page);
        const picture = await admits(host.page, `Admit ${guest.name}`, viewer.page);
        await guest.isOnStage();
        await guest.leavesTheStage();
        await guest.page.context().close();
        await settles(viewer.page);
        return { "knock.seen": [seen], "admit.picture": [picture] };
      });
    },
  },
};
