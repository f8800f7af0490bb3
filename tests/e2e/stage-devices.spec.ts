import { Devices } from "../support/browser/devices";
import { expect, test } from "../support/browser/test";

test("a host on air is told about changes to camera and microphone, and is asked before leaving", async ({
  castWith,
}) => {
  const cast = await castWith(Devices.args);
  const host = await cast.host("Hanna");
  const { page } = host;
  const devices = await Devices.of(page);
  const show = await host.makesShow();
  const openStudio = page.getByRole("link", { name: `Open studio of ${show.title}` });
  await host.opens("/studio");
  await openStudio.click();
  await host.pressesGoLive();
  const choice = (name: RegExp) => page.getByRole("menuitemradio", { name });

  await test.step("a newly chosen camera is the selected one", async () => {
    await host.button("Choose camera").click();
    await expect(choice(/_0/)).toBeChecked();
    await choice(/_1/).click();
    await host.button("Choose camera").click();
    await expect(choice(/_1/)).toBeChecked();
    await expect(choice(/_0/)).not.toBeChecked();
    await page.keyboard.press("Escape");
    await host.seesPictureOf("Hanna");
  });

  await test.step("a microphone that the system mutes is not shown as on", async () => {
    await devices.silencesMicrophone(true);
    await host.isToldAloud("Your system has muted your microphone.");
    await devices.silencesMicrophone(false);
    await expect(page.getByText("Your system has muted your microphone.")).toHaveCount(0);
  });

  await test.step("muted by hand, it is off in the list of people as well", async () => {
    const own = page.getByRole("listitem").filter({ hasText: "Hanna (you)" });
    await page.getByRole("tab", { name: "People" }).click();
    await expect(own).toBeVisible();
    await host.pressesControl("Mute microphone");
    await expect(own.getByRole("img", { name: "Microphone off" })).toBeVisible();
    await host.pressesControl("Mute microphone");
    await expect(own.getByRole("img", { name: "Microphone off" })).toHaveCount(0);
  });

  await test.step("when one of two cameras is unplugged, the other is offered and goes on air", async () => {
    await devices.pullsTheCamera();
    await host.isToldAloud("Your camera was disconnected.");
    await host.seesCameraOffOf("Hanna");
    await page.getByRole("button", { name: /^Use .*_0/ }).click();
    await host.seesPictureOf("Hanna");
    await expect(page.getByText("Your camera was disconnected.")).toHaveCount(0);
  });

  await test.step("Back asks first, and staying keeps the host on air", async () => {
    const question = page.getByRole("alertdialog", { name: "Leave the studio?" });
    await page.goBack();
    await question.getByRole("button", { name: "Stay" }).click();
    await host.seesPictureOf("Hanna");
    await page.goBack();
    await question.getByRole("button", { name: "Leave" }).click();
    await expect(openStudio).toBeVisible();
  });

  await test.step("the studio of a running show opens with the preview, and nothing is on air", async () => {
    await openStudio.click();
    await host.seesPreview();
    await expect(page.getByRole("toolbar", { name: "On stage" })).toHaveCount(0);
    await host.button("Go back on air").click();
    await host.isOnAir();
  });
});
