import { test } from "../support/browser/test";

test("a host reads who joined and left the show, with hidden viewers unnamed", async ({
  host,
  viewer,
  signedInViewer,
}) => {
  const show = await host.makesShow();
  await host.opensStudio(show);
  await host.log.isEmpty();
  await host.pressesGoLive();
  await signedInViewer.watches(show);
  await signedInViewer.seesPictureOf("Hanna");
  await signedInViewer.appears();
  await viewer.watches(show);
  await viewer.seesPictureOf("Hanna");
  await host.seesWatching(2);

  await test.step("the entries are there, the hidden viewer's without a name", async () => {
    await host.log.says([
      "Hanna (host) joined",
      "Hanna (host) turned on their camera",
      "Vera joined",
      "A hidden viewer joined",
    ]);
  });

  await test.step("they are there after the show", async () => {
    await host.ends();
    await host.log.saysAfterTheShow(["Vera joined"]);
  });
});

test("a long log is read page by page", async ({ host }) => {
  const show = await host.makesShow();
  await host.log.grows(show, 60);
  await host.opensStudio(show);
  await host.log.isReadToItsBeginning(60);
});

test("lists that fail to load say why, and load when the host tries again", async ({ host }) => {
  host.watch.expects(/ERR_FAILED/);
  const show = await host.makesShow();
  await host.opensStudio(show);
  await host.log.loadsOnTheSecondTry();
  await host.encoders.loadsKeysOnTheSecondTry();
});
