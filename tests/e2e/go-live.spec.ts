import { unique } from "../support/browser/accounts";
import { expect, test } from "../support/browser/test";

test("a creator creates a livestream and goes live; a viewer sees and hears it", async ({
  cast,
  host,
  viewer,
}) => {
  const { page } = host;
  const title = unique("First night");

  await test.step("creates it on the page", async () => {
    await host.opens("/studio");
    await page.getByRole("button", { name: "New livestream" }).click();
    await page.getByRole("textbox", { name: "Title" }).fill(title);
    await page.getByRole("button", { name: "Create livestream" }).click();
    await expect(page.getByRole("button", { name: "Go live" })).toBeVisible();
  });
  const show = await host.adoptsShowOnScreen(title);

  await test.step("a viewer who is early is told to wait, and is in the show when it starts", async () => {
    await viewer.watches(show);
    await viewer.reads("Starts soon");
    await host.pressesGoLive();
    await viewer.seesPictureOf("Hanna");
    await viewer.hears(1);
  });

  await test.step("it is on the home page", async () => {
    const passerBy = await cast.passerBy();
    await passerBy.opens("/");
    await passerBy.page.getByRole("link", { name: title }).click();
    await passerBy.seesPictureOf("Hanna");
    await passerBy.page.close();
  });
});

test("camera, microphone and screen reach the viewer as they change", async ({ host, viewer }) => {
  const show = await host.goesLive();
  await viewer.watches(show);
  await viewer.seesPictureOf("Hanna");
  await viewer.hears(1);

  await test.step("the microphone is muted and unmuted", async () => {
    await host.pressesControl("Mute microphone");
    await viewer.seesMicrophoneOffOf("Hanna");
    await viewer.hears(0);
    await host.pressesControl("Mute microphone");
    await viewer.hears(1);
  });

  await test.step("the camera is turned off and on", async () => {
    await host.pressesControl("Turn off camera");
    await viewer.seesCameraOffOf("Hanna");
    await viewer.hears(1);
    await host.pressesControl("Turn off camera");
    await viewer.seesPictureOf("Hanna");
  });

  await test.step("the screen is shared and unshared", async () => {
    await host.pressesControl("Share screen");
    await viewer.seesScreenOf("Hanna");
    await viewer.seesPictureOf("Hanna");
    await host.pressesControl("Share screen");
    await viewer.seesNoScreen("Hanna");
    await viewer.seesPictureOf("Hanna");
  });
});

test("a host who could not go live is told so, keeps the preview, and goes live with the next click", async ({
  host,
  viewer,
}) => {
  const goLive = "**/go-live";
  const show = await host.makesShow();
  await viewer.watches(show);
  await host.opensStudio(show);
  await host.seesPreview();

  await test.step("the server cannot be reached", async () => {
    host.watch.expects(/ERR_FAILED/);
    await host.page.route(goLive, (route) => route.abort());
    await host.button("Go live").click();
    await host.reads("You’re not on air");
    await host.seesPreview();
    await viewer.reads("Starts soon");
  });

  await test.step("it can be reached again", async () => {
    await host.page.unroute(goLive);
    await host.pressesGoLive();
    await viewer.seesPictureOf("Hanna");
    await viewer.hears(1);
  });
});
