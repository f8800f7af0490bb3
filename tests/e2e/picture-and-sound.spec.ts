import type { Locator } from "@playwright/test";
import { countCameraOpenings } from "../support/browser/camera-openings";
import type { Persona } from "../support/browser/people/persona";
import { watchSenders } from "../support/browser/senders";
import { fullCamera } from "../support/browser/small-camera";
import { expect, test } from "../support/browser/test";

const settings = "Picture and sound settings";
const quality = ({ page }: Persona) => page.getByLabel("Picture quality");
const limit = ({ page }: Persona) => page.getByLabel("Upload at most");
const choice = ({ page }: Persona, name: string) => page.getByRole("switch", { name });

/** The lines of the picture that arrives. */
const expectLines = (video: Locator, lines: number) =>
  expect
    .poll(
      () =>
        video.evaluate((element) =>
          element instanceof HTMLVideoElement ? element.videoHeight : 0,
        ),
      { timeout: 30_000 },
    )
    .toBe(lines);

async function opensSettingsOnAir({ page }: Persona): Promise<void> {
  await page.getByRole("button", { name: "More controls", exact: true }).click();
  await page.getByRole("menuitem", { name: settings }).click();
}

/** Its stage has more than 720 lines, so that viewers are sent the largest size. */
const largeWindow = { viewport: { width: 1_800, height: 1_100 } };
const cameraWith = (framesPerSecond: number) => (args: string[]) =>
  fullCamera(args).map((arg) =>
    arg.includes("fake-device") ? `--use-fake-device-for-media-stream=fps=${framesPerSecond}` : arg,
  );

test("a host chooses 1080p before the show and on air; viewers get it, and the camera stays open", async ({
  castWith,
}) => {
  test.slow();
  // Few frames, since the machines that run this have no graphics card.
  const cast = await castWith(cameraWith(5), largeWindow);
  const [host, viewer] = [await cast.host("Hanna"), await cast.viewer()];
  const openings = await countCameraOpenings(host.page);
  const senders = await watchSenders(host.page);
  // LiveKit forwards a smaller size for up to two minutes after a busy moment, so the rest is read here.
  const expectSent = (lines: number) =>
    expect.poll(() => senders.sentLines(), { timeout: 30_000 }).toBe(lines);
  const show = await host.makesShow();
  await host.opensStudio(show);
  const mirror = host.page.getByLabel("Your camera");
  await expectLines(mirror, 720);

  await test.step("in the preview, remembered in this browser", async () => {
    await host.page.getByText(settings).click();
    await quality(host).selectOption("1080p");
    await expectLines(mirror, 1080);
    await host.reads("Your camera now delivers 1080p at 5 frames per second.");
    await expect(choice(host, "Smooth motion: 60 fps"), "this camera has none").toHaveCount(0);
    await host.reloads();
    await expectLines(mirror, 1080);
  });

  await test.step("on air, at a viewer", async () => {
    await host.button("Go live").click();
    await viewer.watches(show);
    await expectLines(viewer.tile("Hanna").locator("video"), 1080);
  });

  await test.step("changed on air without opening the camera again", async () => {
    const before = await openings();
    await opensSettingsOnAir(host);
    await quality(host).selectOption("720p");
    await expectSent(720);
    await quality(host).selectOption("1080p");
    await expectSent(1080);
    await viewer.seesPictureOf("Hanna");
    expect(await openings()).toBe(before);
  });

  await test.step("a camera that was off comes back as chosen", async () => {
    await quality(host).selectOption("720p");
    await host.page.keyboard.press("Escape");
    await host.pressesControl("Turn off camera");
    await viewer.seesCameraOffOf("Hanna");
    await host.pressesControl("Turn off camera");
    await expectSent(720);
    await viewer.seesPictureOf("Hanna");
  });
});

test("upload limit, noise suppression and echo cancellation reach what is sent", async ({
  castWith,
}) => {
  const host = await (await castWith(fullCamera)).host("Hanna");
  const senders = await watchSenders(host.page);
  const show = await host.makesShow();
  await host.opensStudio(show);
  await host.seesPreview();

  await test.step("chosen before the show", async () => {
    await host.page.getByText(settings).click();
    await limit(host).selectOption("1 Mbit/s");
    await choice(host, "Noise suppression").click();
    await host.pressesGoLive();
    await expect.poll(() => senders.maxBitrate()).toBeGreaterThan(500_000);
    expect(await senders.maxBitrate()).toBeLessThanOrEqual(1_000_001);
    await expect
      .poll(() => senders.processing())
      .toEqual({ noiseSuppression: false, echoCancellation: true });
  });

  await test.step("changed on air, also for sizes that nobody watches now", async () => {
    await opensSettingsOnAir(host);
    await limit(host).selectOption("Automatic");
    await expect.poll(() => senders.maxBitrate()).toBe(2_310_000);
    await limit(host).selectOption("2 Mbit/s");
    await expect.poll(() => senders.maxBitrate()).toBeLessThanOrEqual(2_000_001);
    await choice(host, "Echo cancellation").click();
    await choice(host, "Noise suppression").click();
    await expect
      .poll(() => senders.processing())
      .toEqual({ noiseSuppression: true, echoCancellation: false });
  });
});

test("smooth motion is offered where the camera has it; a guest sees their own picture unmirrored if they like", async ({
  castWith,
}) => {
  const cast = await castWith(cameraWith(60));
  const [host, guest] = [await cast.host("Hanna"), await cast.guest("Ada")];
  const show = await host.makesShow();
  await guest.opens(await host.invitesByApi(show));
  await guest.page.getByText(settings).click();

  await choice(guest, "Smooth motion: 60 fps").click();
  await guest.reads("Your camera now delivers 720p at 60 frames per second.");

  const mirror = guest.page.getByLabel("Your camera");
  await expect(mirror).toHaveCSS("scale", "-1 1");
  await choice(guest, "Mirror my picture").click();
  await expect(mirror).toHaveCSS("scale", "none");
});
