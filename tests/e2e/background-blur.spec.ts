import { expect, type Locator } from "@playwright/test";
import type { Persona } from "../support/browser/persona";
import { sharpnessOf } from "../support/browser/probes";
import { test } from "../support/browser/test";

/** The library says what it does where errors are said, and leaves a picture behind where it does not start again. */
const chatter = /background-blur|vision_wasm|XNNPACK|VideoFrame was garbage collected/;

const pickedUp = (persona: Persona) => {
  const picked: string[] = [];
  persona.page.on("request", (request) => {
    if (/background-blur/.test(request.url())) picked.push(request.url());
  });
  return picked;
};

/**
 * Blurred, the fake camera's edges are at most a fifth as hard; clear, they vary by half as it moves
 * and as smaller pictures are sent. No picture at all is not a blurred one.
 */
const limit = 0.4;
const isBlurred = (picture: Locator, clear: number) =>
  expect
    .poll(async () => (await sharpnessIn(picture)) || clear, { timeout: 40_000 })
    .toBeLessThan(clear * limit);
const isClear = (picture: Locator, clear: number) =>
  expect.poll(() => sharpnessIn(picture), { timeout: 40_000 }).toBeGreaterThan(clear * limit);
const sharpnessIn = async (picture: Locator) =>
  (await picture.isVisible()) ? sharpnessOf(picture) : 0;

const wish = ({ page }: Persona) => page.getByRole("switch", { name: "Blur the background" });
const cannot = "Your background cannot be blurred.";

test("a background that is blurred before the show is so for everybody, and clear again when one wants", async ({
  host,
  viewer,
}) => {
  test.slow();
  host.watch.expects(chatter);
  const picked = pickedUp(host);
  const show = await host.makesShow();
  await host.opensStudio(show);
  const mirror = host.page.getByLabel("Your camera");
  await expect.poll(() => sharpnessOf(mirror)).toBeGreaterThan(0);
  const clear = await sharpnessOf(mirror);
  expect(picked, "what nobody asked for is not loaded").toEqual([]);
  await wish(host).click();
  await isBlurred(mirror, clear);

  await host.button("Go live").click();
  await viewer.watches(show);
  const seen = viewer.tile("Hanna").locator("video");
  await isBlurred(seen, clear);

  await test.step("the camera goes on again only once it is blurred again", async () => {
    await host.pressesControl("Stop camera");
    await viewer.seesCameraOffOf("Hanna");
    host.watch.expects(/Failed to load resource/);
    await host.page.route("**/background-blur/**", (route) => route.abort());
    await host.pressesControl("Stop camera");
    await host.reads(cannot);
    await viewer.seesCameraOffOf("Hanna");
    await host.page.unroute("**/background-blur/**");
    await host.button("Try again with the camera").click();
    await isBlurred(seen, clear);
    await expect(host.button("Turn blur off")).toHaveCount(0);
  });

  await test.step("switched off on air, the room is there", async () => {
    await host.button("Choose camera").click();
    await host.page.getByRole("menuitemcheckbox", { name: "Blur the background" }).click();
    await isClear(seen, clear);
  });
});

test("what blurs does not load: the wish is remembered, and the camera stays off until it is taken back", async ({
  host,
  viewer,
}) => {
  host.watch.expects(/Failed to load resource/);
  await host.page.route("**/background-blur/**", (route) => route.abort());
  const show = await host.makesShow();
  await host.opensStudio(show);
  const mirror = host.page.getByLabel("Your camera");
  await expect(mirror).toBeVisible();
  await wish(host).click();
  await host.reads(cannot);
  await expect(mirror).toBeHidden();
  await host.reloads();
  await host.reads(cannot);
  await expect(mirror).toBeHidden();

  await test.step("neither going live nor the camera's button sends it in clear", async () => {
    await host.button("Go live").click();
    await host.reads("You are on air");
    await viewer.watches(show);
    await viewer.seesCameraOffOf("Hanna");
    await host.pressesControl("Stop camera");
    await host.reads(cannot);
    await viewer.seesCameraOffOf("Hanna");
  });

  await test.step("without the wish the camera goes on", async () => {
    await host.button("Turn blur off").click();
    await host.pressesControl("Stop camera");
    await viewer.seesPictureOf("Hanna");
  });
});
