import { test } from "../support/firefox/test";

test.skip(!process.env.FIREFOX, "there is no Firefox here");

test("a show from Firefox: watched, joined and talked about in Firefox and in Chromium", async ({
  firefox,
  viewer: inChromium,
  guest: ada,
}) => {
  const hanna = await firefox.host("Hanna");
  const show = await hanna.goesLive();
  const link = await hanna.invitesByApi(show);

  await test.step("hidden and visible viewers see it", async () => {
    const inFirefox = await firefox.signedInViewer("Vera");
    await Promise.all([inFirefox.watches(show), inChromium.watches(show)]);
    await inFirefox.seesPictureOf("Hanna");
    await inChromium.seesPictureOf("Hanna");
    await inFirefox.appears();
    await inFirefox.seesPictureOf("Hanna");
    await inFirefox.says("Good evening from Firefox");
    await hanna.readsInChat("Good evening from Firefox");
    await inChromium.readsInChat("Good evening from Firefox");
  });

  await test.step("guests of both browsers are let in", async () => {
    const grace = await firefox.guest("Grace");
    await Promise.all([grace.knocks(link), ada.knocks(link)]);
    await hanna.admits("Grace");
    await hanna.admits("Ada");
    await Promise.all([grace.isOnStage(), ada.isOnStage()]);
    await inChromium.seesPictureOf("Grace");
    await inChromium.seesPictureOf("Ada");
    await Promise.all([hanna.seesPictureOf("Ada"), grace.seesPictureOf("Hanna")]);
    await ada.seesPictureOf("Grace");
  });
});

test("a show from Chromium: watched and joined in Firefox", async ({ host: hanna, firefox }) => {
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
  await hanna.seesPictureOf("Ada");
  await viewer.seesPictureOf("Ada");
});
