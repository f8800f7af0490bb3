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

test("a background is blurred for everybody, also once the camera was off, and clear again when one wants", async ({
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

  await turnsBlur(host);
  await isBlurred(seen, clear);
  await host.pressesControl("Stop camera");
  await viewer.seesCameraOffOf("Hanna");
  await host.pressesControl("Stop camera");
  await isBlurred(seen, clear);

  await turnsBlur(host);
  await isClear(seen, clear);
});

test("a background that was to be blurred is never on air: what blurs does not load, and the camera stays off", async ({
  host,
  viewer,
}) => {
  test.slow();
  host.watch.expects(chatter);
  const show = await host.makesShow();
  await host.opensStudio(show);
  const mirror = host.page.getByLabel("Your camera");
  await expect.poll(() => sharpnessOf(mirror)).toBeGreaterThan(0);
  const clear = await sharpnessOf(mirror);
  await host.page.getByRole("switch", { name: "Blur the background" }).click();
  await isBlurred(mirror, clear);

  await test.step("the wish is remembered, and what it takes is gone", async () => {
    host.watch.expects(/Failed to load resource/);
    await host.page.route("**/background-blur/**", (route) => route.abort());
    await host.reloads();
    await host.reads("Your background cannot be blurred.");
    await expect(mirror).toBeHidden();
  });

  await test.step("neither going live nor the camera's button sends it in clear", async () => {
    await host.button("Go live").click();
    await host.reads("You are on air");
    await viewer.watches(show);
    await viewer.seesCameraOffOf("Hanna");
    await host.pressesControl("Stop camera");
    await host.reads("Your background cannot be blurred.");
    await viewer.seesCameraOffOf("Hanna");
  });

  await test.step("without the wish the camera goes on", async () => {
    await host.button("Turn blur off").click();
    await host.pressesControl("Stop camera");
    await viewer.seesPictureOf("Hanna");
  });
});
