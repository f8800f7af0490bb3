import { expect, test } from "../support/browser/test";

// What a trace asks the page counts as a press of a key there, and then nothing is blocked any more.
test.use({ trace: "off" });

test("where the browser blocks sound, one press starts it", async ({ castWith, host }) => {
  const show = await host.goesLive();
  const cast = await castWith((args) => args.filter((arg) => !arg.startsWith("--autoplay-policy")));
  const viewer = await cast.viewer();
  await viewer.watchesUntilSoundIsRefused(show);
  const start = viewer.button("Tap for sound");
  await expect(start).toBeVisible();
  await viewer.hears(0);
  await start.click();
  await expect(start).toBeHidden();
  await viewer.hears(1);
  await viewer.seesPictureOf("Hanna");
});
