import { StageManager } from "@/tests/support/browser/people/stage-manager";
import { expectReachable } from "../support/browser/reachable";
import { expect, test } from "../support/browser/test";

test("a live show on a landscape phone and at 200 %: everything is reachable, and messages are not missed", async ({
  host,
  signedInViewer: viewer,
}) => {
  const show = await host.makesShow({ description: "Songs and stories." });
  await host.goesLive(show);
  const { page } = viewer;
  await viewer.watches(show);
  await viewer.seesPictureOf("Hanna");
  for (const [what, width, height] of [
    ["a landscape phone", 844, 390],
    ["200 %", 640, 360],
    ["400 %", 320, 256],
  ] as const) {
    await test.step(`${what}: the line under the picture, scrolling one way`, async () => {
      await page.setViewportSize({ width, height });
      await expectReachable(page, [
        page.getByRole("heading", { name: show.title }),
        page.getByRole("link", { name: "Hanna", exact: true }),
        page.getByText("About this show"),
        viewer.button("Appear in the audience"),
        viewer.button("Share"),
      ]);
    });
  }

  await test.step("the only picture's name and banner stay beside the controls", async () => {
    await new StageManager(host).shows("Questions at the end");
    for (const size of [
      { width: 640, height: 360 },
      { width: 1280, height: 720 },
    ]) {
      await page.setViewportSize(size);
      await viewer.reads("Questions at the end");
      await viewer.seesNamesAndBannerBesideControls(["Hanna", "Questions at the end"]);
    }
  });

  await test.step("the studio's closed Chat tab counts unread messages", async () => {
    const tab = host.page.getByRole("tab", { name: /^Chat/ });
    await expect(tab).toHaveAccessibleName("Chat");
    await viewer.says("hello from the hall");
    await expect(tab).toHaveAccessibleName(/^Chat\s?1$/);
    await host.readsInChat("hello from the hall");
    await expect(tab).toHaveAccessibleName("Chat");
  });

  await test.step("so does the button that opens the viewer's chat", async () => {
    await page.setViewportSize({ width: 844, height: 390 });
    await expect(viewer.button("Chat")).toBeAttached();
    await host.says("hello from the stage");
    await expect(viewer.button("Chat, 1 new message")).toBeAttached();
    await page.keyboard.press("c");
    await viewer.readsInChat("hello from the stage");
    await expect(viewer.button("Chat")).toBeAttached();
  });
});
