import { resolve } from "node:path";
import type { Page } from "@playwright/test";
import type * as LiveKit from "livekit-client";
import { server } from "@/tests/support/api/server";

const bundle = resolve("node_modules/livekit-client/dist/livekit-client.umd.js");

type Window = typeof globalThis & { LivekitClient: typeof LiveKit; ownRoom?: LiveKit.Room };

/** Someone with their own client instead of our page, to do what our page would not. */
export async function connectsWithOwnClient(page: Page, token: string): Promise<void> {
  // A stranger's code is not bound by our pages' policy.
  await page.addInitScript({ path: bundle });
  await page.goto("/sign-in");
  await page.evaluate(
    async ({ url, token }) => {
      const { Room } = (globalThis as Window).LivekitClient;
      const room = new Room();
      await room.connect(url, token);
      (globalThis as Window).ownRoom = room;
    },
    { url: server.url.replace(/^http/, "ws"), token },
  );
}

/** LiveKit's answer to the attempt: `published`, or why not. */
export const triesToPublish = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const { ownRoom } = globalThis as Window;
    if (!ownRoom) throw new Error("not connected");
    try {
      await ownRoom.localParticipant.setCameraEnabled(true);
      return "published";
    } catch (error) {
      return String(error);
    }
  });
