import { expect, test } from "../support/browser/test";

test("a host mutes and turns the camera off by key, except while typing", async ({
  host,
  viewer,
}) => {
  const { page } = host;
  const show = await host.goesLive();
  await viewer.watches(show);
  await viewer.seesPictureOf("Hanna");
  const controls = page.getByRole("toolbar", { name: "On stage" });
  const muted = controls.getByRole("button", { name: "Mute microphone" });
  const dark = controls.getByRole("button", { name: "Turn off camera" });
  const nothingHappened = async () => {
    await expect(muted).toHaveAttribute("aria-pressed", "false");
    await expect(dark).toHaveAttribute("aria-pressed", "false");
    await expect(controls.locator("[aria-busy]")).toHaveCount(0);
  };

  await test.step("the audience notices each press", async () => {
    await page.keyboard.press("m");
    await viewer.seesMicrophoneOffOf("Hanna");
    await host.isToldAloud("Microphone muted");
    await page.keyboard.press("m");
    await viewer.hears(1);
    await page.keyboard.press("v");
    await viewer.seesCameraOffOf("Hanna");
    await page.keyboard.press("v");
    await viewer.seesPictureOf("Hanna");
  });

  await test.step("in a message, they are letters", async () => {
    await host.opensChat();
    await host.composer.pressSequentially("movement?");
    await expect(host.composer).toHaveValue("movement?");
    await nothingHappened();
    await host.composer.blur();
  });

  await test.step("with another key held, they belong to the browser", async () => {
    for (const key of ["Control+m", "Alt+m", "Shift+M", "Control+v"]) {
      await page.keyboard.press(key);
    }
    await nothingHappened();
  });

  await test.step("while a dialog is open, nothing changes behind it", async () => {
    await host.button("Invite").click();
    await expect(page.getByRole("dialog", { name: "Invite" })).toBeVisible();
    await page.getByRole("heading", { name: "Invite", exact: true }).click();
    await page.keyboard.press("m");
    await page.keyboard.press("v");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await nothingHappened();
  });

  await test.step("a list names them, and they can be turned off", async () => {
    await page.keyboard.press("?");
    const list = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await expect(list.getByText("Mute or unmute")).toBeVisible();
    await list.getByRole("switch", { name: "Use keyboard shortcuts" }).click();
    await page.keyboard.press("Escape");
    await expect(list).toHaveCount(0);
    await page.keyboard.press("m");
    await nothingHappened();
  });
});
