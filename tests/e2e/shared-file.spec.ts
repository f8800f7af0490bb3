import type { Host } from "../support/browser/people/host";
import {
  type ChosenFile,
  drawPicture,
  expectColour,
  recordVideo,
} from "../support/browser/recorded-file";
import { expect, test } from "../support/browser/test";

async function shares({ page }: Host, file: ChosenFile): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Share a video or picture", exact: true }).click();
  await (await chooser).setFiles(file);
}

const panelOf = ({ page }: Host) => page.getByRole("region", { name: "Shared file" });

test("a host plays a video from their disk to the audience, with its sound", async ({
  cast,
  host,
  viewer,
}) => {
  test.slow();
  const show = await host.goesLive();
  await viewer.watches(show);
  await viewer.seesPictureOf("Hanna");
  const video = await recordVideo(host.page);
  const panel = panelOf(host);
  const position = panel.getByRole("slider", { name: "Position" });
  const seen = viewer.sharedFile("Hanna").locator("video");

  await test.step("the audience sees and hears it", async () => {
    await host.pressesControl("Mute microphone");
    await viewer.hears(0);
    await shares(host, video);
    await expect(panel.getByText("Trailer.webm")).toBeVisible();
    await panel.getByRole("button", { name: "Repeat" }).click();
    await viewer.hears(1);
    await expectColour(seen, "red");
    await expectColour(seen, "blue");
    await expectColour(seen, "red");
  });

  await test.step("paused, another place can be shown, also to someone who arrives then", async () => {
    await panel.getByRole("button", { name: "Pause" }).click();
    await position.fill("3.2");
    await expectColour(seen, "blue");
    await viewer.hears(0);
    await position.fill("0.8");
    await expectColour(seen, "red");
    const late = await cast.viewer();
    await late.watches(show);
    await expectColour(late.sharedFile("Hanna").locator("video"), "red");
    await late.page.close();
  });

  await test.step("at the end the last frame stays, and it can be played again", async () => {
    await panel.getByRole("button", { name: "Repeat" }).click();
    await position.fill("3.2");
    await panel.getByRole("button", { name: "Play" }).click();
    await expect(panel.getByRole("button", { name: "Play" })).toBeVisible();
    await expectColour(seen, "blue");
    await panel.getByRole("button", { name: "Play" }).click();
    await expectColour(seen, "red");
  });

  await test.step("a shared screen takes its place", async () => {
    await host.pressesControl("Share screen");
    await expect(panel).toHaveCount(0);
    await viewer.seesScreenOf("Hanna");
    await viewer.seesOnStage(2);
    await host.pressesControl("Share screen");
    await viewer.seesNoScreen("Hanna");
  });
});

test("a picture is shown to everyone until it is removed; a file that cannot be played is named", async ({
  cast,
  host,
  viewer,
}) => {
  const show = await host.goesLive();
  await viewer.watches(show);
  await viewer.seesPictureOf("Hanna");
  const panel = panelOf(host);

  await test.step("a file that the browser cannot play changes nothing", async () => {
    const broken = { name: "Notes.mov", mimeType: "video/quicktime", buffer: Buffer.from("no") };
    await shares(host, broken);
    await host.reads("This browser can’t play “Notes.mov”.");
    await expect(panel).toHaveCount(0);
  });

  await test.step("a picture, also for someone who arrives later", async () => {
    await shares(host, await drawPicture(host.page));
    await expectColour(viewer.sharedFile("Hanna").locator("video"), "green");
    await expect(panel.getByRole("slider")).toHaveCount(0);
    const late = await cast.viewer();
    await late.watches(show);
    await expectColour(late.sharedFile("Hanna").locator("video"), "green");
    await late.page.close();
  });

  await test.step("removed, it is gone", async () => {
    await panel.getByRole("button", { name: "Remove from the show" }).click();
    await viewer.seesNoScreen("Hanna");
    await viewer.seesPictureOf("Hanna");
  });
});
