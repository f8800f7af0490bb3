import { expectAccessible } from "@/tests/support/browser/accessible";
import { arrangementOn, differencesBetween } from "@/tests/support/browser/arrangement";
import { StageManager } from "@/tests/support/browser/people/stage-manager";
import { expect, test } from "@/tests/support/browser/test";

test("a link to the programme shows what the hosts direct, before, during and after the show, and is no viewer", async ({
  host,
  viewer,
  guest,
  cast,
}) => {
  const manager = new StageManager(host);
  const recorder = await cast.recorder();
  const show = await host.makesShow({ visibility: "private" });
  await host.opensStudio(show);
  await recorder.page.setViewportSize({ width: 1920, height: 1080 });
  await recorder.opens(await host.encoders.makesAProgrammeLink());

  await test.step("before the show, a card with the title", async () => {
    await recorder.seesCard("Starting soon");
    await recorder.seesCard(show.title);
    await expectAccessible(recorder, "the programme before the show");
  });

  await test.step("the show begins without a press, and with sound", async () => {
    await host.pressesGoLive();
    await recorder.seesPictureOf("Hanna");
    await recorder.hears(1);
    await recorder.hasNothingToClick();
    await host.seesWatching(0);
  });

  await test.step("arranged as in the studio, scene by scene", async () => {
    await guest.knocks(await host.invites());
    await host.admits("Ada");
    await guest.isOnStage();
    await recorder.seesPictureOf("Ada");
    for (const scene of ["Side by side", "Spotlight", "Picture in picture"]) {
      await manager.choosesScene(scene);
      await expect.poll(() => arrangementOn(host.stage)).toHaveLength(2);
      const expected = await arrangementOn(host.stage);
      await expect
        .poll(async () => differencesBetween(expected, await arrangementOn(recorder.stage)))
        .toEqual([]);
    }
  });

  await test.step("behind a card, no picture and no sound", async () => {
    await manager.choosesScene("Break");
    await recorder.seesCard("Be right back");
    await recorder.hears(0);
    await manager.choosesScene("Grid");
    await recorder.seesPictureOf("Hanna");
  });

  await test.step("a new link takes the show from the old one, within seconds", async () => {
    await host.encoders.seesProgrammePages("Open on 1 page");
    const link = await host.encoders.replacesTheProgrammeLink();
    await recorder.losesTheShow();
    await expectAccessible(recorder, "a link that was replaced");
    await recorder.opens(link);
    await recorder.seesPictureOf("Hanna");
    await viewer.opens(link.replace(/#.*/, ""));
    await viewer.reads("This link is incomplete.");
    await host.seesWatching(0);
  });

  await test.step("after the show, a card that stays", async () => {
    await host.ends();
    await recorder.seesCard("Thanks for watching");
    await recorder.hasNothingToClick();
  });
});

test("a page that loses its connection shows the show again, until the link is turned off", async ({
  host,
  cast,
}) => {
  const recorder = await cast.recorder();
  await host.goesLive();
  await recorder.hasALossyConnection();
  await recorder.opens(await host.encoders.makesAProgrammeLink());
  await recorder.seesPictureOf("Hanna");
  await recorder.losesConnection();
  await recorder.seesCard("Be right back");
  await recorder.isBackOnline();
  await recorder.seesPictureOf("Hanna");
  await host.encoders.turnsOffTheProgrammeLink();
  await recorder.losesTheShow();
});
