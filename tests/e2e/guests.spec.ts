import { expect } from "@playwright/test";
import { expectAccessible } from "../support/browser/accessible";
import { countCameraOpenings } from "../support/browser/camera-openings";
import { countKeyFrames } from "../support/browser/key-frames";
import { test } from "../support/browser/test";

test("a guest knocks before the host arrives, is admitted, and is seen and heard", async ({
  host,
  viewer,
  guest,
}) => {
  const show = await host.makesShow();
  const cameraOpenings = await countCameraOpenings(guest.page);
  const keyFrames = await countKeyFrames(guest.page);
  await guest.knocks(await host.invitesByApi(show));

  await test.step("the host finds the guest waiting, and nobody was admitted automatically", async () => {
    await host.goesLive(show);
    await host.seesReady("Ada");
    await viewer.watches(show);
    await viewer.seesPictureOf("Hanna");
    await viewer.doesNotSee("Ada");
    await guest.waits();
  });

  await test.step("once admitted, the guest sees a countdown, and only then is in the show", async () => {
    await host.admits("Ada");
    await guest.seesCountdown();
    // Before anyone hears it.
    await guest.button("Mute microphone").click();
    await viewer.doesNotSee("Ada");
    await guest.isOnStage();
    await guest.seesSignLive();
    await viewer.seesPictureOf("Ada");
    await viewer.seesPictureOf("Hanna");
    await viewer.hears(1);
    await host.seesPictureOf("Ada");
    await guest.seesPictureOf("Hanna");
  });

  await test.step("with the same picture as in the preview", async () => {
    expect(await cameraOpenings()).toBe(1);
  });

  await test.step("and a viewer who misses the first key frame soon gets others without asking", async () => {
    await expect.poll(async () => (await keyFrames()).asked).toBeGreaterThan(1);
    await expect
      .poll(async () => {
        const { asked, sent } = await keyFrames();
        return sent > asked;
      })
      .toBe(true);
    expect((await keyFrames()).overlaps, "other code changes the sender too").toBe(0);
  });

  await test.step("what the guest does with camera and microphone reaches the viewer", async () => {
    await guest.pressesControl("Mute microphone");
    await viewer.hears(2);
    await guest.pressesControl("Mute microphone");
    await viewer.hears(1);
    await guest.pressesControl("Turn off camera");
    await viewer.seesCameraOffOf("Ada");
  });

  await test.step("Back asks first, and staying keeps the guest on stage", async () => {
    await guest.page.goBack();
    const question = guest.page.getByRole("alertdialog", { name: "Leave the stage?" });
    await question.getByRole("button", { name: "Stay" }).click();
    await guest.seesPictureOf("Hanna");
    await viewer.seesOnStage(2);
  });

  await test.step("the guest leaves, and leaves no ghost", async () => {
    await guest.leavesTheStage();
    await viewer.seesOnStage(1);
    await host.seesOnStage(1);
  });
});

test("a knock during the show is pushed to the host, with a count in the tab's title", async ({
  cast,
  host,
  guest,
}) => {
  await host.goesLive();
  await host.seesNobodyWaiting();
  const link = await host.invites();
  await guest.knocks(link);
  await host.seesReady("Ada");
  await host.seesInTabTitle("(1)");

  await test.step("the host sees the guest's preview for as long as the guest allows it", async () => {
    await host.seesNoPictureOfWaiting("Ada");
    await guest.letsTheHostSeeThem(true);
    await host.seesPictureOfWaiting("Ada");
    await expectAccessible(host, "a guest who waits in sight");
    await expectAccessible(guest, "waiting in sight");
    await guest.letsTheHostSeeThem(false);
    await host.seesNoPictureOfWaiting("Ada");
  });

  const grace = await cast.guest("Grace");
  await grace.knocks(link);
  await host.sees("Grace");
  await host.seesInTabTitle("(2)");

  await host.admitsAll();
  await guest.isOnStage();
  await grace.isOnStage();
  await host.seesOnStage(3);
  await host.seesNobodyWaiting();
});

test("a guest keeps identity and place over a reload, while waiting and on stage", async ({
  cast,
  host,
  viewer,
  guest,
}) => {
  const show = await host.goesLive();
  const link = await host.invites();
  await guest.knocks(link);
  const grace = await cast.guest("Grace");
  await grace.knocks(link);
  await host.seesWaitingInOrder(["Ada", "Grace"]);

  await test.step("while waiting", async () => {
    const before = await guest.identity();
    await guest.reloads();
    await guest.waits();
    test.expect(await guest.identity()).toBe(before);
    await host.seesWaitingInOrder(["Ada", "Grace"]);
    await grace.page.close();
  });

  await test.step("on stage", async () => {
    await host.admits("Ada");
    await guest.isOnStage();
    await viewer.watches(show);
    await viewer.seesPictureOf("Ada");
    const before = await guest.identity();
    await guest.reloads();
    await guest.isOnStage();
    test.expect(await guest.identity()).toBe(before);
    await viewer.seesPictureOf("Ada");
    await viewer.seesOnStage(2);
    await viewer.hears(2);
    await host.seesOnStage(2);
  });
});
