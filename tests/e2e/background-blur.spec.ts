import { expect, type Locator } from "@playwright/test";
import type { Persona } from "../support/browser/persona";
import { sharpnessOf } from "../support/browser/probes";
import { test } from "../support/browser/test";

/** The library says what it does where errors are said. */
const chatter = /background-blur|vision_wasm|XNNPACK/;

const pickedUp = (persona: Persona) => {
  const picked: string[] = [];
  persona.page.on("request", (request) => {
    if (/background-blur/.test(request.url())) picked.push(request.url());
  });
  return picked;
};

async function turnsBlur(persona: Persona): Promise<void> {
  await persona.button("Choose camera").click();
  await persona.page.getByRole("menuitemcheckbox", { name: "Blur the background" }).click();
}

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

test("a background that is blurred is so for everybody, and clear again when that is switched off", async ({
  host,
  viewer,
}) => {
  test.slow();
  host.watch.expects(chatter);
  const picked = pickedUp(host);
  const show = await host.goesLive();
  await viewer.watches(show);
  await viewer.seesPictureOf("Hanna");
  const seen = viewer.tile("Hanna").locator("video");
  await expect.poll(() => sharpnessOf(seen)).toBeGreaterThan(0);
  const clear = await sharpnessOf(seen);
  expect(picked, "what nobody asked for is not loaded").toEqual([]);

  await test.step("switched on while on air", async () => {
    await turnsBlur(host);
    await isBlurred(seen, clear);
    expect(picked.length).toBeGreaterThan(0);
  });

  await test.step("the camera goes off and on again, and never shows the room", async () => {
    await host.pressesControl("Stop camera");
    await viewer.seesCameraOffOf("Hanna");
    await host.pressesControl("Stop camera");
    await isBlurred(seen, clear);
  });

  await test.step("switched off, the room is there again", async () => {
    await turnsBlur(host);
    await isClear(seen, clear);
  });
});

test("blur is chosen before anybody looks, and remembered on the next visit", async ({ host }) => {
  test.slow();
  host.watch.expects(chatter);
  await host.opensStudio(await host.makesShow());
  const mirror = host.page.getByLabel("Your camera");
  const blur = host.page.getByRole("switch", { name: "Blur the background" });
  await expect.poll(() => sharpnessOf(mirror)).toBeGreaterThan(0);
  const clear = await sharpnessOf(mirror);
  await blur.click();
  await isBlurred(mirror, clear);

  await host.reloads();
  await expect(blur).toBeChecked();
  await isBlurred(mirror, clear);
  await blur.click();
  await isClear(mirror, clear);
});

test("what blurs cannot be loaded: the picture stays, and one is told", async ({ host }) => {
  host.watch.expects(/Failed to load resource/);
  await host.page.route("**/background-blur/**", (route) => route.abort());
  await host.opensStudio(await host.makesShow());
  const blur = host.page.getByRole("switch", { name: "Blur the background" });
  await blur.click();
  await host.reads("The background could not be blurred.");
  await expect(blur).not.toBeChecked();
  await expect.poll(() => sharpnessOf(host.page.getByLabel("Your camera"))).toBeGreaterThan(0);
});
