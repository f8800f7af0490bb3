import { watchPath } from "@/lib/client/livestreams/livestream-paths";
import { readLivestream } from "@/lib/contracts/livestreams";
import { DemoBot } from "@/tests/support/browser/people/demo-bot";
import { Client } from "../support/api/client";
import { expect, test } from "../support/browser/test";

test("npm run demo: a show with a moving picture and a beep, listed on the home page", async ({
  viewer,
}) => {
  const demo = new DemoBot();
  let code: number | null = null;
  try {
    const mint = await demo.isOnAir();

    await test.step("the output names the show's account, and who becomes the super admin", async () => {
      await expect.poll(() => demo.output).toContain("has no admin rights");
      await expect.poll(() => demo.output).toContain("becomes one");
    });

    await test.step("a viewer finds it, sees it move and hears it", async () => {
      await viewer.opens("/");
      const entry = viewer.page.locator(`a[href="${watchPath(mint)}"]`).first();
      await expect(entry).toContainText("Test card");
      await entry.click();
      await viewer.seesPictureOf("Greenroom demo");
      await viewer.hears(1);
      await viewer.readsInChat(
        "Hi! I’m a bot, and this is a test card. Say something: chat, full screen and quality all work.",
      );
    });

    await test.step("Ctrl-C ends the show", async () => {
      code = await demo.stops();
      await viewer.isToldTheEnd();
      const { status } = await new Client().ok(readLivestream, { params: { mint } });
      expect(status).toBe("ended");
    });
  } finally {
    code ??= await demo.stops();
  }
  expect(code).toBe(0);
});
