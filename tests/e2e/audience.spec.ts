import { test } from "../support/browser/test";

test("hidden viewers are counted but not named; viewers who appear are named until they hide", async ({
  host,
  viewer,
  signedInViewer,
}) => {
  const show = await host.goesLive();
  await viewer.watches(show);
  await signedInViewer.watches(show);
  await signedInViewer.seesPictureOf("Hanna");

  await test.step("both are counted, neither is named", async () => {
    await host.seesWatching(2);
    await viewer.seesWatching(2);
    await host.doesNotSeeAmongPeople("Vera");
  });

  await test.step("Vera appears: named, and still one of two", async () => {
    await signedInViewer.appears();
    await host.seesAmongPeople("Vera");
    await signedInViewer.seesPictureOf("Hanna");
    await host.seesWatching(2);
  });

  await test.step("Vera hides: no name, no ghost, the same count", async () => {
    await signedInViewer.hides();
    await host.doesNotSeeAmongPeople("Vera");
    await signedInViewer.seesPictureOf("Hanna");
    await host.seesWatching(2);
  });

  await test.step("a viewer who leaves is no longer counted", async () => {
    await signedInViewer.page.close();
    await host.seesWatching(1);
  });
});
