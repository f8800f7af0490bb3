import { expect } from "@playwright/test";
import type { Persona } from "@/tests/support/browser/people/persona";
import { blurChatter, blurSwitch, isBlurred, isClear } from "../support/browser/blur";
import { sharpnessOf } from "../support/browser/probes";
import { test } from "../support/browser/test";

const pickedUp = (persona: Persona) => {
  const picked: string[] = [];
  persona.page.on("request", (request) => {
    if (/background-blur/.test(request.url())) picked.push(request.url());
  });
  return picked;
};

const cannot = "Your background couldn’t be blurred.";

test("a background blurred before the show is blurred for everyone, and clear again when the host wants", async ({
  host,
  viewer,
}) => {
  test.slow();
  host.watch.expects(blurChatter);
  const picked = pickedUp(host);
  const show = await host.makesShow();
  await host.opensStudio(show);
  const mirror = host.page.getByLabel("Your camera");
  await expect.poll(() => sharpnessOf(mirror)).toBeGreaterThan(0);
  const clear = await sharpnessOf(mirror);
  expect(picked, "nothing is loaded before anyone asks for it").toEqual([]);
  await blurSwitch(host).click();
  await isBlurred(mirror, clear);

  await host.button("Go live").click();
  await viewer.watches(show);
  const seen = viewer.tile("Hanna").locator("video");
  await isBlurred(seen, clear);

  await test.step("the camera turns on again only once it is blurred", async () => {
    await host.pressesControl("Turn off camera");
    await viewer.seesCameraOffOf("Hanna");
    host.watch.expects(/Failed to load resource/);
    await host.page.route("**/background-blur/**", (route) => route.abort());
    await host.pressesControl("Turn off camera");
    await host.reads(cannot);
    await viewer.seesCameraOffOf("Hanna");
    await host.page.unroute("**/background-blur/**");
    await host.button("Try again: camera").click();
    await isBlurred(seen, clear);
    await expect(host.button("Turn off blur")).toHaveCount(0);
  });

  await test.step("turned off on air, the room is visible", async () => {
    await host.button("Choose camera").click();
    await host.page.getByRole("menuitemcheckbox", { name: "Blur background" }).click();
    await isClear(seen, clear);
  });
});

test("when the blur does not load, the choice is kept and the camera stays off until the host turns blur off", async ({
  host,
  viewer,
}) => {
  host.watch.expects(/Failed to load resource/);
  await host.page.route("**/background-blur/**", (route) => route.abort());
  const show = await host.makesShow();
  await host.opensStudio(show);
  const mirror = host.page.getByLabel("Your camera");
  await expect(mirror).toBeVisible();
  await blurSwitch(host).click();
  await host.reads(cannot);
  await expect(mirror).toBeHidden();
  await host.reloads();
  await host.reads(cannot);
  await expect(mirror).toBeHidden();

  await test.step("neither going live nor the camera button sends an unblurred picture", async () => {
    await host.button("Go live").click();
    await host.reads("You’re on air");
    await viewer.watches(show);
    await viewer.seesCameraOffOf("Hanna");
    await host.pressesControl("Turn off camera");
    await host.reads(cannot);
    await viewer.seesCameraOffOf("Hanna");
  });

  await test.step("with blur off, the camera turns on", async () => {
    await host.button("Turn off blur").click();
    await host.pressesControl("Turn off camera");
    await viewer.seesPictureOf("Hanna");
  });
});
