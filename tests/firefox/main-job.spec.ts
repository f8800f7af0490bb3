import { meetsBackstage, StageManager } from "@/tests/support/browser/people/stage-manager";
import { test } from "../support/firefox/test";

test.skip(!process.env.FIREFOX, "Firefox is not installed");

test("a show from Firefox: watched, joined and chatted about in Firefox and in Chromium", async ({
  firefox,
  viewer: inChromium,
  guest: ada,
}) => {
  const hanna = await firefox.host("Hanna");
  const show = await hanna.goesLive();
  const link = await hanna.invitesByApi(show);

  await test.step("hidden and visible viewers see it", async () => {
    const vera = await firefox.signedInViewer("Vera");
    await Promise.all([vera.watches(show), inChromium.watches(show)]);
    await vera.seesPictureOf("Hanna");
    await inChromium.seesPictureOf("Hanna");
    await vera.appears();
    await vera.seesPictureOf("Hanna");
    await vera.says("Good evening from Firefox");
    await hanna.readsInChat("Good evening from Firefox");
    await inChromium.readsInChat("Good evening from Firefox");
    await vera.page.close();
  });

  await test.step("a guest from Chromium is admitted", async () => {
    await ada.knocks(link);
    await hanna.admits("Ada");
    await ada.isOnStage();
    await hanna.seesPictureOf("Ada");
    await hanna.hears();
    await ada.seesPictureOf("Hanna");
    await ada.leavesTheStage();
  });

  await test.step("a guest from Firefox is admitted", async () => {
    const grace = await firefox.guest("Grace");
    await grace.knocks(link);
    await hanna.admits("Grace");
    await grace.isOnStage();
    await grace.seesPictureOf("Hanna");
    await inChromium.seesPictureOf("Grace");
  });
});

test("a show from Chromium: watched, joined and chatted about in Firefox", async ({
  host: hanna,
  firefox,
}) => {
  const show = await hanna.goesLive();
  const [viewer, ada] = await Promise.all([firefox.viewer(), firefox.guest("Ada")]);
  await viewer.watches(show);
  await viewer.seesPictureOf("Hanna");
  await hanna.says("Welcome, everybody");
  await viewer.readsInChat("Welcome, everybody");
  await ada.knocks(await hanna.invitesByApi(show));
  await hanna.admits("Ada");
  await ada.isOnStage();
  await ada.seesPictureOf("Hanna");
  await ada.hears();
  await hanna.seesPictureOf("Ada");
  await viewer.seesPictureOf("Ada");
  await new StageManager(hanna).picksFor("Ada", "Move backstage");
  await meetsBackstage(hanna, "Ada");
});
