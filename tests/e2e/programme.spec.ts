import type { Locator } from "@playwright/test";
import { embedPath } from "@/lib/client/livestreams/livestream-paths";
import { expectAccessible } from "@/tests/support/browser/accessible";
import {
  arrangementOn,
  differencesBetween,
  type Part,
  ratioOn,
} from "@/tests/support/browser/arrangement";
import { expectLargest, StageManager } from "@/tests/support/browser/people/stage-manager";
import { expect, test } from "@/tests/support/browser/test";

const expectArranged = (stage: Locator, expected: readonly Part[]) =>
  expect.poll(async () => differencesBetween(expected, await arrangementOn(stage))).toEqual([]);

const desktop = { width: 1280, height: 720 };
const sizes = [desktop, { width: 844, height: 390 }, { width: 390, height: 844 }];

test("one picture everybody sees: arranged the same in studio, watch page and embed, at every size", async ({
  host,
  viewer,
  guest,
  cast,
}) => {
  const manager = new StageManager(host);
  const show = await host.goesLive(await host.makesShow({ description: "Songs and stories." }));
  await guest.knocks(await host.invites());
  await host.admits("Ada");
  await guest.isOnStage();
  await viewer.watches(show);
  await viewer.seesPictureOf("Ada");
  const frame = await cast.viewer();
  await frame.page.goto(embedPath(show.mint));
  await frame.seesPictureOf("Ada");

  const sameEverywhere = async () => {
    await expect.poll(() => arrangementOn(host.stage)).toHaveLength(2);
    const expected = await arrangementOn(host.stage);
    for (const { stage } of [viewer, frame, guest]) {
      await expectArranged(stage, expected);
    }
    return expected;
  };

  for (const scene of ["Side by side", "Spotlight", "Picture in picture", "Grid"]) {
    await test.step(`${scene}: the same in all places and sizes`, async () => {
      await manager.choosesScene(scene);
      const expected = await sameEverywhere();
      for (const size of sizes) {
        await viewer.page.setViewportSize(size);
        await expectArranged(viewer.stage, expected);
        expect(await ratioOn(viewer.page)).toBeCloseTo(16 / 9, 1);
      }
      await viewer.page.setViewportSize(desktop);
    });
  }

  await test.step("the keyboard changes the order for everyone", async () => {
    const before = await sameEverywhere();
    await manager.movesRight("Hanna");
    const [first] = before;
    await expect
      .poll(
        async () =>
          (await arrangementOn(viewer.stage)).find(({ label }) => label === first?.label)?.left,
      )
      .not.toBe(first?.left);
    await sameEverywhere();
  });

  await test.step("a person who is turned down is quieter for viewers, and off at zero", async () => {
    await host.pressesControl("Mute microphone");
    await viewer.hears(1);
    await manager.turnsDown("Ada");
    await viewer.hears(0);
    await manager.turnsUp("Ada");
    await viewer.hears(1);
  });

  await test.step("opening the description moves nothing in the picture", async () => {
    const before = await arrangementOn(viewer.stage);
    await viewer.page.getByText("About this show").click();
    await viewer.reads("Songs and stories.");
    await expectArranged(viewer.stage, before);
  });

  await test.step("the host sees the screen they share, where viewers see it", async () => {
    await host.pressesControl("Share screen");
    await viewer.seesScreenOf("Hanna");
    await host.seesScreenOf("Hanna");
    await manager.choosesScene("Screen");
    await expectLargest(host, "Hanna’s screen");
    await expectLargest(viewer, "Hanna’s screen");
    await expectArranged(viewer.stage, await arrangementOn(host.stage));
    await host.pressesControl("Share screen");
  });

  await test.step("on a phone held upright, a viewer may fill the screen", async () => {
    await viewer.page.setViewportSize({ width: 390, height: 844 });
    await viewer.fillsTheScreen();
    await expect.poll(() => ratioOn(viewer.page)).toBeLessThan(0.7);
    await viewer.page.setViewportSize({ width: 844, height: 390 });
    await expect.poll(() => ratioOn(viewer.page)).toBeCloseTo(16 / 9, 1);
  });
});

test("scenes: one press or a number key changes what all viewers see and hear", async ({
  host,
  viewer,
  signedInViewer,
}) => {
  const manager = new StageManager(host);
  const show = await host.goesLive();
  for (const each of [viewer, signedInViewer]) {
    await each.watches(show);
    await each.seesPictureOf("Hanna");
  }
  const audience = [viewer, signedInViewer];

  await test.step("a card with the title covers the stage, and nobody is heard", async () => {
    await manager.choosesScene("Break");
    for (const each of audience) {
      await expect(each.stage.getByText("Be right back")).toBeVisible();
      await expect(each.stage.getByText(show.title)).toBeVisible();
      await each.seesOnStage(0);
      await each.hears(0);
    }
    await expectAccessible(viewer, "a card");
  });

  await test.step("a viewer who arrives meanwhile sees the card, not the camera", async () => {
    await viewer.reloads();
    await expect(viewer.stage.getByText("Be right back")).toBeVisible();
    await viewer.seesOnStage(0);
  });

  await test.step("a number key brings the stage back, but not while the host types", async () => {
    await host.opensChat();
    await host.composer.fill("");
    await host.composer.press("2");
    await manager.seesSceneOnAir("Break");
    await host.composer.fill("");
    await host.composer.blur();
    await host.page.keyboard.press("2");
    for (const each of audience) await each.seesPictureOf("Hanna");
  });

  await test.step("“Starting soon” counts down the same for everyone", async () => {
    await host.page.keyboard.press("1");
    for (const each of audience) {
      await expect(each.stage.getByRole("timer")).toHaveText(/^[45]:[0-5]\d$/);
    }
  });

  await test.step("with a preview, only “Take” changes what is on air", async () => {
    await manager.previewsScenes();
    await manager.scene("Grid").click();
    const next = host.page.getByRole("region", { name: "Next" });
    await expect(next.getByRole("figure")).toHaveCount(1);
    await manager.seesSceneOnAir("Starting");
    await expectAccessible(host, "a preview beside the picture on air");
    for (const each of audience) await each.seesOnStage(0);
    await host.button("Take").click();
    await manager.seesSceneOnAir("Grid");
    for (const each of audience) await each.seesPictureOf("Hanna");
    await expect(next).toHaveCount(0);
  });

  await test.step("a chat message goes on screen with its author’s name, and off when it is deleted", async () => {
    await signedInViewer.says("How does it work?");
    await host.putsOnScreen("How does it work?");
    for (const each of audience) {
      await expect(each.stage.getByText("How does it work?")).toBeVisible();
      await expect(each.stage.getByText(signedInViewer.name, { exact: true })).toBeVisible();
    }
    await host.deletesMessage("How does it work?");
    for (const each of audience) {
      await expect(each.stage.getByText("How does it work?")).toHaveCount(0);
    }
  });
});
