import { test } from "../support/browser/test";

test("a private show: strangers find nothing, allowed viewers watch, a guest enters through the lobby", async ({
  host,
  viewer,
  stranger,
  signedInViewer,
  guest,
}) => {
  const show = await host.makesShow({ visibility: "private" });
  await host.allows(show, signedInViewer);
  await host.goesLive(show);

  await test.step("strangers find nothing, signed in or not", async () => {
    for (const each of [stranger, viewer]) {
      each.watch.expects(/status of 404/);
      await each.watches(show);
      await each.findsNothing();
    }
  });

  await test.step("an allowed viewer watches", async () => {
    await signedInViewer.watches(show);
    await signedInViewer.seesPictureOf("Hanna");
    await signedInViewer.hears(1);
  });

  await test.step("a guest waits in the lobby and is admitted to the stage", async () => {
    await guest.knocks(await host.invites());
    await host.seesReady("Ada");
    await host.admits("Ada");
    await guest.isOnStage();
    await guest.seesPictureOf("Hanna");
    await signedInViewer.seesPictureOf("Ada");
    await host.seesPictureOf("Ada");
  });
});
