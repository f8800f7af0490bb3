import { expect, test } from "../support/browser/test";

test("when the host's tab closes, viewers learn that the host will be back, and then see the picture again", async ({
  host,
  viewer,
}) => {
  const show = await host.goesLive();
  await viewer.watches(show);
  await viewer.seesPictureOf("Hanna");

  await host.closesTab();
  await viewer.isToldThatHostIsAway();

  await host.comesBack();
  await host.opensStudio(show);
  await host.goesBackOnAir();
  await viewer.seesPictureOf("Hanna");
  await viewer.hears(1);
  await viewer.isNotToldThatHostIsAway();
  await viewer.seesOnStage(1);
});

test("the show ends for everyone, and stays ended", async ({
  cast,
  host,
  signedInViewer,
  guest,
}) => {
  const show = await host.goesLive();
  const link = await host.invites();
  await guest.knocks(link);
  await host.admits("Ada");
  await guest.isOnStage();
  await signedInViewer.watches(show);
  await signedInViewer.says("what a night");
  const waiting = await cast.guest("Grace");
  await waiting.knocks(link);

  await host.ends();
  await signedInViewer.isToldTheEnd();
  await guest.isToldTheEnd();
  await waiting.isToldTheEnd();

  await test.step("the chat is readable, but closed", async () => {
    await signedInViewer.readsInChat("what a night");
    await signedInViewer.isToldInChat(/This chat is closed/);
    await expect(signedInViewer.composer).toHaveCount(0);
  });

  await test.step("old links say that the show has ended", async () => {
    await signedInViewer.watches(show);
    await signedInViewer.isToldTheEnd();
    await signedInViewer.readsInChat("what a night");
    await guest.opensInviteAgain();
    await guest.isToldTheEnd();
    await host.opensStudio(show);
    await host.isToldTheEnd();
  });
});
