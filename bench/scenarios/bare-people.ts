import type { Page } from "@playwright/test";
import type { BareRole } from "../bare/pass";
import type { World } from "../scenario";

/** A connected page of the reference, in its own browser profile. */
export async function arrives({ bare, stage }: World, room: string, role: BareRole): Promise<Page> {
  const page = await stage.page();
  await page.goto(bare.page(room, role));
  await page.waitForFunction(() => document.title === "connected");
  return page;
}

/** A host of the reference who is on air, and their room. */
export async function isOnAir(world: World): Promise<{ room: string; host: Page }> {
  const room = await world.bare.makesRoom();
  const host = await arrives(world, room, "host");
  await host.getByRole("button", { name: "Go live" }).click();
  await host.waitForFunction(() => document.title === "on air");
  return { room, host };
}
