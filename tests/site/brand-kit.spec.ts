import { readLivestream } from "@/lib/contracts/livestreams";
import { aPicture, aSeeThroughPicture } from "@/tests/support/api/pictures";
import { expectAccessible } from "@/tests/support/browser/accessible";
import { BrandDesk, brandedOn } from "@/tests/support/browser/brand";
import { tabTo } from "@/tests/support/browser/keyboard";
import { expect, test } from "@/tests/support/browser/test";

const phone = { viewport: { width: 360, height: 740 } };

test("an admin finds the brand kit from the account page, and its preview shows what is typed", async ({
  host,
}) => {
  const desk = new BrandDesk(host);
  const { page } = host;
  await host.opens("/account");
  await page.getByRole("link", { name: "Edit brand kit" }).click();
  await expect(page.getByRole("heading", { name: "Brand kit", level: 1 })).toBeVisible();

  await test.step("without a kit, the show looks as usual and no image is set", async () => {
    await expect(page.getByText("No image")).toHaveCount(3);
    await expect(page.getByRole("textbox", { name: "Accent color", exact: true })).toHaveValue("");
    const { name } = await brandedOn(desk.preview);
    expect(name?.size).toBe(40);
    await expectAccessible(host, "an empty brand kit");
  });

  await test.step("what is not a color is refused at its field", async () => {
    await desk.types("Accent color", "green");
    await desk.saves();
    await host.reads("Must be a color such as #1f6f4a.");
    await expect(page.getByRole("textbox", { name: "Accent color", exact: true })).toBeFocused();
  });

  await test.step("weak contrast is named, and what is used instead", async () => {
    await desk.types("Accent color", "#ffd400");
    await host.isToldAloud(/Text on it is black\. Contrast: 14/);
    await host.isToldAloud(/Hard to see on light pages: 1\.\d:1/);
    await desk.types("Text color", "#ffffff");
    await host.isToldAloud(/contrast of only 1\.\d:1\. Text is black instead/);
    await expect
      .poll(async () => (await brandedOn(desk.preview)).name)
      .toMatchObject({ ground: "rgb(255, 212, 0)", ink: "rgb(0, 0, 0)" });
    await expectAccessible(host, "a brand kit with weak contrast");
  });

  await test.step("an overlay that would cover the show is refused", async () => {
    host.watch.expects(/status of 400/);
    await desk.sends("Overlay", await aPicture({ format: "png" }));
    await host.reads(/transparent parts/);
    await expect(page.getByText("No image")).toHaveCount(3);
  });

  await test.step("one that is too large is drawn smaller, and keeps its transparency", async () => {
    await desk.sends("Overlay", await aSeeThroughPicture({ width: 3840, height: 2160 }));
    await expect(page.getByText("No image")).toHaveCount(2);
  });

  await test.step("saved, it is there after a reload", async () => {
    await desk.saves();
    await host.reads("Your brand kit was saved.");
    await page.reload();
    await expect(page.getByRole("textbox", { name: "Accent color", exact: true })).toHaveValue(
      "#ffd400",
    );
  });
});

test("the brand kit works by keyboard, and fits a phone in both languages and themes", async ({
  castIn,
}) => {
  for (const colorScheme of ["light", "dark"] as const) {
    const host = await castIn({ ...phone, colorScheme }).host();
    const desk = new BrandDesk(host);
    await desk.opens(host.account.handle);
    await tabTo(host.page, host.page.getByRole("textbox", { name: "Accent color", exact: true }));
    await host.page.keyboard.type("#1f6f4a");
    await host.page.keyboard.press("Enter");
    await host.reads("Your brand kit was saved.");
    const width = () => host.page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBeLessThanOrEqual(360);
    await expectAccessible(host, `the brand kit on a phone, ${colorScheme}`);
    await host.speaks("de");
    await host.reloads();
    await expect(host.page.getByRole("heading", { name: "Marke", level: 1 })).toBeVisible();
    host.watch.expects(/status of 400/);
    await desk.sends("Overlay", await aPicture({ format: "png" }));
    await host.reads(/Muss durchsichtige Stellen haben/);
    expect(await width()).toBeLessThanOrEqual(360);
  }
});

test("only admins of the organization reach the page", async ({ cast }) => {
  const [owner, member, stranger] = [
    await cast.host("Owner"),
    await cast.host("Member"),
    await cast.host("Stranger"),
  ];
  const orgId = await owner.founds();
  await owner.enrolls(orgId, member, "member");
  await owner.opens(`/account/organizations/${orgId}`);
  await owner.page.getByRole("link", { name: "Brand kit" }).click();
  await expect(owner.page.getByRole("heading", { name: "Brand kit", level: 1 })).toBeVisible();
  await member.opens(`/account/organizations/${orgId}`);
  await expect(member.page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(member.page.getByRole("link", { name: "Brand kit" })).toHaveCount(0);
  for (const person of [member, stranger]) {
    person.watch.expects(/status of 404/);
    await new BrandDesk(person).opens(orgId);
    await expect(person.page.getByText("Save", { exact: true })).toHaveCount(0);
  }
});

test("a new livestream has the brand kit that its creator chooses among their organizations", async ({
  cast,
}) => {
  const [owner, loner] = [await cast.host("Owner"), await cast.host("Loner")];
  const orgId = await owner.founds();
  for (const { page } of [owner, loner]) {
    await page.goto("/studio");
    await page.getByRole("button", { name: "New livestream" }).click();
    await page.getByRole("textbox", { name: "Title" }).fill("With a kit");
  }
  await expect(loner.page.getByRole("combobox", { name: "Time zone" })).toBeVisible();
  await expect(loner.page.getByRole("combobox", { name: "Brand kit" })).toHaveCount(0);
  await owner.page.getByRole("combobox", { name: "Brand kit" }).selectOption(orgId);
  await owner.page.getByRole("button", { name: "Create livestream" }).click();
  await owner.page.waitForURL(/\/studio\/\w+$/);
  const mint = new URL(owner.page.url()).pathname.split("/").at(-1) ?? "";
  const { brandOrgId } = await owner.account.api.ok(readLivestream, { params: { mint } });
  expect(brandOrgId).toBe(orgId);
});
