import { aPicture, aSeeThroughPicture } from "@/tests/support/api/pictures";
import { BrandDesk, brandedOn } from "@/tests/support/browser/brand";
import { StageManager } from "@/tests/support/browser/people/stage-manager";
import { expect, test } from "@/tests/support/browser/test";

const green = "rgb(31, 111, 74)";
const white = "rgb(255, 255, 255)";

test("a brand kit set during a show reaches viewers without a reload, and the guest who waits", async ({
  host,
  viewer,
  guest,
  cast,
}) => {
  const show = await host.goesLive();
  await new StageManager(host).shows("Questions at the end");
  await viewer.watches(show);
  await viewer.seesPictureOf("Hanna");
  await guest.knocks(await host.invites());
  const desk = new BrandDesk(await cast.tabOf(host));
  await desk.opens(host.account.handle);
  const before = await brandedOn(viewer.stage);
  await expect.poll(() => brandedOn(desk.preview)).toEqual(before);

  await test.step("colors and the size of names change for viewers, as in the preview", async () => {
    await desk.types("Accent color", "#1f6f4a");
    await desk.types("Text color", "#2a8058");
    await desk.choosesNameSize("Large");
    await desk.admin.reads(/Text is white instead/);
    const { name, banner } = await brandedOn(desk.preview);
    expect(name).toEqual({ ground: green, ink: white, size: 52 });
    expect(banner).toEqual({ ground: green, ink: white });
    expect(await brandedOn(viewer.stage)).toEqual(before);
    await desk.saves();
    await desk.admin.reads("Your brand kit was saved.");
    await expect.poll(async () => (await brandedOn(viewer.stage)).name).toEqual(name);
    await expect.poll(async () => (await brandedOn(viewer.stage)).banner).toEqual(banner);
    await expect.poll(async () => (await brandedOn(host.stage)).name).toEqual(name);
  });

  await test.step("logo, background and overlay are where the preview has them", async () => {
    await desk.sends("Logo", await aPicture({ format: "png", colour: "#ffd400" }));
    await desk.sends("Background", await aPicture({ format: "png", colour: "#223355" }));
    await desk.sends("Overlay", await aSeeThroughPicture());
    const shown = (stage: typeof viewer.stage) => async () => {
      const { pictures } = await brandedOn(stage);
      return Object.values(pictures).every((each) => each !== null) ? pictures : null;
    };
    await expect.poll(shown(desk.preview)).not.toBeNull();
    const expected = await shown(desk.preview)();
    expect(expected?.overlay?.place).toEqual([0, 0, 1600, 900]);
    expect(expected?.background?.place).toEqual([0, 0, 1600, 900]);
    for (const { stage } of [viewer, host]) await expect.poll(shown(stage)).toEqual(expected);
    // Still the same connection and picture.
    await viewer.seesPictureOf("Hanna");
  });

  await test.step("the watch page and the waiting room have the logo and the accent color", async () => {
    const header = ({ page }: typeof viewer | typeof guest) =>
      page.locator("header", { has: page.getByRole("heading", { level: 1 }) });
    for (const person of [viewer, guest]) {
      const logo = header(person).locator('img[src*="/brand/pictures/logo"]');
      await expect
        .poll(() => logo.evaluate((img: HTMLImageElement) => img.naturalWidth))
        .toBeGreaterThan(0);
      await expect(header(person)).toHaveCSS(
        "box-shadow",
        new RegExp(green.replace(/[()]/g, "\\$&")),
      );
    }
    await guest.waits();
  });

  await test.step("a card has the background, and the kit is gone once it is reset", async () => {
    await new StageManager(host).choosesScene("Break");
    await viewer.reads("Be right back");
    const { pictures } = await brandedOn(viewer.stage);
    expect(Object.values(pictures)).not.toContain(null);
    await new StageManager(host).choosesScene("Auto");
    for (const kind of ["logo", "background", "overlay"]) {
      await desk.admin.button(`Remove ${kind}`).click();
      await expect(desk.admin.button(`Remove ${kind}`)).toHaveCount(0);
    }
    await desk.types("Accent color", "");
    await desk.types("Text color", "");
    await desk.choosesNameSize("Medium");
    await desk.saves();
    await expect.poll(() => brandedOn(viewer.stage)).toEqual(before);
  });
});
