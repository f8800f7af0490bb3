import { expect, test } from "../support/browser/test";

// A trace's requests to the page count as a key press there, and then nothing is blocked.
test.use({ trace: "off" });

test("where the browser blocks sound, one click starts it", async ({ castWith, host }) => {
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
