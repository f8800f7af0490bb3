import { expectColour, recordVideo } from "../support/browser/recorded-file";
import { test } from "../support/firefox/test";

test.skip(!process.env.FIREFOX, "Firefox is not installed");

test("a video from the disk of a host in Firefox is seen and heard in Chromium, again after its end", async ({
  firefox,
  viewer,
}) => {
  const hanna = await firefox.host("Hanna");
  const show = await hanna.goesLive();
  await viewer.watches(show);
  await viewer.seesPictureOf("Hanna");
  const seen = viewer.sharedFile("Hanna").locator("video");
  await hanna.presses("Mute microphone");
  await viewer.hears(0);

  await hanna.shares(await recordVideo(viewer.page));
  // On a machine without a sound output, Firefox runs no audio graph.
  if (await hanna.hasSoundOutput()) await viewer.hears(1);
  await expectColour(seen, "red");
  await expectColour(seen, "blue");
  await hanna.sees("button", "Play");
  await expectColour(seen, "blue");
  await hanna.presses("Play");
  await expectColour(seen, "red");
  await hanna.presses("Remove from the show");
  await viewer.seesNoScreen("Hanna");
});
