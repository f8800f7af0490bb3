import type { Locator, Page } from "@playwright/test";
import { ask, type Readings, type Scenario, several, sincePress } from "../scenario";
import { arrives, isOnAir } from "./bare-people";
import { settles } from "./settled";

/** As many messages as one person may send in a row (lib/limits.ts). */
const messagesPerRun = 5;

type Writer = { page: Page; field: Locator };

async function says({ page, field }: Writer, reader: Page): Promise<Readings> {
  await settles(reader);
  return several(messagesPerRun, async (said) => {
    const text = `message ${said} of ${Date.now()}`;
    await field.fill(text);
    const [shownAt] = await Promise.all([
      ask(reader, "textShown", text),
      page.getByRole("button", { name: "Send", exact: true }).click(),
    ]);
    const seen = await sincePress(page, "Send", shownAt);
    await settles(reader);
    return { "chat.seen": [seen] };
  });
}

export const chat: Scenario = {
  name: "chat",
  runs: 6,
  measure: {
    async bare(world) {
      const { room, host } = await isOnAir(world);
      const reader = await arrives(world, room, "viewer");
      return says({ page: host, field: host.getByRole("textbox") }, reader);
    },
    async app({ stage: { cast, observe } }) {
      const host = await cast.host();
      await observe(host.page);
      const show = await host.goesLive();
      const reader = await cast.viewer();
      await observe(reader.page);
      await reader.watches(show);
      await reader.opensChat();
      await host.opensChat();
      return says({ page: host.page, field: host.composer }, reader.page);
    },
  },
};
