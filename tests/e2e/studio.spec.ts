import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { participantsOf } from "../support/api/signal";
import { expect, test } from "../support/browser/test";

test("before the show the line is tried beside it, and the speaker by ear", async ({ host }) => {
  const show = await host.makesShow();
  await host.opensStudio(show);
  const { page } = host;
  const check = page.getByRole("region", { name: "Connection check" });

  await test.step("it begins by itself, and is told in one sentence", async () => {
    await expect(check).toContainText("Checking your connection");
    await expect(check.getByRole("button", { name: "Check again" })).not.toHaveAttribute(
      "aria-disabled",
      "true",
      { timeout: 45_000 },
    );
    await expect(check).not.toContainText("cannot be reached");
    await check.getByText("Details").click();
    await expect(check.getByRole("listitem").first()).toContainText("Works");
  });

  await test.step("the show has heard nothing of it", async () => {
    const inShow = await participantsOf(show.mint);
    expect(inShow.map(({ tracks }) => tracks.length)).toEqual([0]);
  });

  await test.step("the tone was heard", async () => {
    await page.getByRole("button", { name: "Play a test tone" }).click();
    await host.reads("Did you hear it?");
    await page.getByRole("button", { name: "Yes" }).click();
    await host.reads("Good: you will hear your guests.");
  });

  await test.step("and the camera that was tried is the one on air", async () => {
    await host.pressesGoLive();
  });
});

test("a camera goes out in several sizes, and the host sees how it gets through", async ({
  host,
  viewer,
}) => {
  const show = await host.goesLive();
  await viewer.watches(show);
  await viewer.seesPictureOf("Hanna");

  const [hanna] = (await participantsOf(show.mint)).filter(({ tracks }) => tracks.length > 0);
  const camera = hanna?.tracks.find(({ layers }) => layers.length > 0);
  expect(camera?.layers.length).toBeGreaterThanOrEqual(2);

  await host.button("Connection figures").click();
  await expect(host.page.getByText(/\d kbit\/s/)).toBeVisible();
  await expect(host.page.getByText(/Picture \d+×\d+/)).toBeVisible();
});

test("by keyboard alone a host goes live, admits a guest and ends the show", async ({
  host,
  guest,
}) => {
  const show = await host.makesShow();
  const link = await host.invitesByApi(show);
  await host.opensStudio(show);
  const { page } = host;
  await expect(host.button("Go live")).toBeVisible();
  await tabTo(page, "Go live");
  await page.keyboard.press("Enter");
  await host.isOnAir();

  await guest.knocks(link);
  await host.sees("Ada");
  await tabTo(page, "Admit Ada");
  await page.keyboard.press("Enter");
  await host.seesPictureOf("Ada");

  await tabTo(page, "End");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await tabTo(page, "End the show");
  await page.keyboard.press("Enter");
  await host.isToldTheEnd();
});

test("on a phone the picture is on top, the controls are at the thumb, and nothing is cut off", async ({
  castWith,
}) => {
  const cast = await castWith((args) => args, {
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  const host = await cast.host("Hanna");
  await host.goesLive();
  const { page } = host;
  const controls = page.getByRole("toolbar", { name: "On stage" });
  const places = await Promise.all(
    [host.stage, page.getByRole("tablist"), controls].map((part) => part.boundingBox()),
  );
  const tops = places.map((place) => place?.y ?? Number.NaN);
  expect(tops).toEqual([...tops].sort((a, b) => a - b));
  expect((places[2]?.y ?? 0) + (places[2]?.height ?? 0)).toBeGreaterThan(680);
  await expect(controls.getByRole("button", { name: "Turn the camera round" })).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test("axe finds nothing on any state of the studio", async ({ host }) => {
  const show = await host.makesShow();
  const { page } = host;
  await host.opensStudio(show);
  await expect(host.button("Go live")).toBeVisible();
  await expectAccessible(page);
  await host.pressesGoLive();
  await host.button("Connection figures").click();
  for (const tab of ["Waiting", "People", "Chat"]) {
    await page.getByRole("tab", { name: new RegExp(`^${tab}`) }).click();
    await expectAccessible(page);
  }
  await host.button("Invite").click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible(page);
});

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`);
  expect(found).toEqual([]);
}

/** Presses Tab until the focus is on the button of this name. */
async function tabTo(page: Page, name: string): Promise<void> {
  const button = page.getByRole("button", { name, exact: true });
  for (let presses = 0; presses < 60; presses += 1) {
    if (await button.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`no way to "${name}" by Tab`);
}
