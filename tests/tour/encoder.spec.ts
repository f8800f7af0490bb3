import { expect, test } from "../support/browser/test";
import { photographLive } from "./album";

test("an encoder", async ({ cast, host }) => {
  test.setTimeout(240_000);
  const show = await host.makesShow({ title: "Evening show" });
  const encoder = await cast.encoder();
  const { page } = host;
  await host.opensStudio(show);
  await host.button("Stream from OBS").click();
  const dialog = page.getByRole("dialog", { name: "Stream from OBS" });
  await photographLive(host, "studio-encoder-no-keys");
  await dialog.getByRole("textbox", { name: "Key name" }).fill("OBS in the studio");
  await dialog.getByRole("button", { name: "Create key" }).click();
  await expect(dialog.getByLabel("Bearer token")).toBeVisible();
  await photographLive(host, "studio-encoder-key");
  await page.keyboard.press("Escape");
  const door = await host.encoders.makesAStreamKey("The camera upstairs");

  await encoder.sends(door);
  await host.encoders.seesTheEncoderReady();
  await photographLive(host, "studio-encoder-ready");
  await host.button("Stream from OBS").click();
  await expect(dialog.getByText("Connected now")).toBeVisible();
  await photographLive(host, "studio-encoder-connected");
  await page.keyboard.press("Escape");

  await host.pressesGoLive();
  await page.getByRole("tab", { name: /^People/ }).click();
  await photographLive(host, "studio-encoder-on-air");
});
