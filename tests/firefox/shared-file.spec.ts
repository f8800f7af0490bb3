import { expectColour, recordVideo } from "../support/browser/recorded-file";
import { test } from "../support/firefox/test";

test.skip(!process.env.FIREFOX, "Firefox is not installed");

test("a video from the disk of a host in Firefox is seen in Chromium, again after its end", async ({
  firefox,
  viewer,
}) => {
  const hanna = await firefox.host("Hanna");
  const show = await hanna.goesLive();
  await viewer.watches(show);
  await viewer.seesPictureOf("Hanna");
  const seen = viewer.sharedFile("Hanna").locator("video");

  await hanna.shares(await recordVideo(viewer.page));
  await expectColour(seen, "red");
  await expectColour(seen, "blue");
  await hanna.sees("button", "Play");
  await expectColour(seen, "blue");
  await hanna.presses("Play");
  await expectColour(seen, "red");
  await hanna.presses("Remove from the show");
  await viewer.seesNoScreen("Hanna");
});
