import type { Locator } from "@playwright/test";
import { aPicture } from "../support/api/pictures";
import { expect, test } from "../support/browser/test";

/** The picture has loaded: a broken image has no size. */
const isDrawn = (picture: Locator) =>
  expect
    .poll(() => picture.first().evaluate((img: HTMLImageElement) => img.naturalWidth))
    .toBe(320);

test("a creator's picture is next to their name, until they remove it", async ({ cast }) => {
  const ada = await cast.host("Ada");
  const visitor = await cast.passerBy();
  const { page } = ada;
  const { mint } = await ada.makesShow({ scheduledAt: "2031-07-03T18:00:00.000Z" });
  const profile = page.getByRole("region", { name: "Profile" });
  const inMenu = page.getByRole("button", { name: /^Account of Ada/ }).locator("img");
  await ada.opens("/account");

  await test.step("a photo larger than the server accepts is made smaller first", async () => {
    const photo = await aPicture({ width: 4000, height: 3000 });
    await profile.getByLabel("Profile picture").setInputFiles({
      ...{ name: "me.jpg", mimeType: "image/jpeg" },
      buffer: Buffer.from(photo),
    });
    await ada.reads("Your picture was saved.");
    await isDrawn(profile.locator("img"));
    await isDrawn(inMenu);
  });

  await test.step("what is no picture is refused, and the picture stays", async () => {
    await profile.getByLabel("Profile picture").setInputFiles({
      ...{ name: "me.pdf", mimeType: "application/pdf" },
      buffer: Buffer.from("%PDF-1.7"),
    });
    await ada.reads("Your browser can’t read this file.");
    await isDrawn(profile.locator("img"));
  });

  await test.step("visitors see it on the channel and on the watch page", async () => {
    await visitor.opens(`/@${ada.account.handle}`);
    await isDrawn(visitor.page.getByRole("main").locator("header img"));
    await visitor.opens(`/watch/${mint}`);
    await isDrawn(visitor.page.locator(`img[src*="/accounts/${ada.account.handle}/picture"]`));
  });

  await test.step("removed, the initials are back", async () => {
    await profile.getByRole("button", { name: "Remove picture" }).click();
    await ada.reads("Your picture was removed.");
    await expect(profile.locator("img")).toHaveCount(0);
    await expect(inMenu).toHaveCount(0);
    await visitor.opens(`/@${ada.account.handle}`);
    await expect(visitor.page.getByRole("main").locator("header img")).toHaveCount(0);
  });
});
