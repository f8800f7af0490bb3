import { endLivestream } from "@/lib/contracts/livestreams";
import { participantsOf } from "../support/api/signal";
import { expectAccessible } from "../support/browser/accessible";
import { holdBack } from "../support/browser/hold-back";
import { pressesByKey, tabTo } from "../support/browser/keyboard";
import { fullCamera } from "../support/browser/small-camera";
import { expect, test } from "../support/browser/test";

test("before the show, the connection is checked beside it, and the speaker by ear", async ({
  host,
}) => {
  const show = await host.makesShow();
  await host.opensStudio(show);
  const { page } = host;
  const check = page.getByRole("region", { name: "Connection check" });

  await test.step("the check starts automatically, and its result is one sentence", async () => {
    await expect(check).toContainText("Checking your connection");
    await expect(check.getByRole("button", { name: "Check again" })).not.toHaveAttribute(
      "aria-disabled",
      "true",
      { timeout: 45_000 },
    );
    await expect(check).not.toContainText("can’t be reached");
    await check.getByText("Details").click();
    await expect(check.getByRole("listitem").first()).toContainText("Works");
  });

  await test.step("nothing is published in the show", async () => {
    const inShow = await participantsOf(show.mint);
    expect(inShow.map(({ tracks }) => tracks.length)).toEqual([0]);
  });

  await test.step("the host confirms the test tone", async () => {
    await page.getByRole("button", { name: "Play test tone" }).click();
    await host.reads("Did you hear it?");
    await page.getByRole("button", { name: "Yes" }).click();
    await host.reads("Good. You’ll hear your guests.");
  });

  await test.step("and the camera that was tested is the one on air", async () => {
    await host.pressesGoLive();
  });
});

test("the waiting room says that no one is waiting only once it knows", async ({ host }) => {
  const show = await host.makesShow();
  const nobody = host.page.getByText(/^No one is waiting/);
  const answer = await holdBack(host.page, /\/events$/);
  await host.opensStudio(show);
  await host.seesPreview();
  await expect(nobody).toHaveCount(0);
  await answer();
  await expect(nobody).toBeVisible();
});

test("a camera is sent in several sizes, and the host sees how well it arrives", async ({
  castWith,
}) => {
  const cast = await castWith(fullCamera);
  const [host, viewer] = [await cast.host("Hanna"), await cast.viewer()];
  const show = await host.goesLive();
  await viewer.watches(show);
  await viewer.seesPictureOf("Hanna");

  const [hanna] = (await participantsOf(show.mint)).filter(({ tracks }) => tracks.length > 0);
  const camera = hanna?.tracks.find(({ layers }) => layers.length > 0);
  expect(camera?.layers.length).toBeGreaterThanOrEqual(2);

  await host.button("Connection stats").click();
  await expect(host.page.getByText(/\d kbit\/s/)).toBeVisible();
  await expect(host.page.getByText(/Video \d+×\d+/)).toBeVisible();
});

test("by keyboard alone, a host puts a guest on stage, and the guest joins, mutes and leaves; each is told", async ({
  host,
  guest,
}) => {
  const show = await host.makesShow();
  const link = await host.invitesByApi(show);
  await host.opensStudio(show);
  const { page } = host;
  const atGuest = guest.page.keyboard;
  await expect(host.button("Go live")).toBeVisible();
  await pressesByKey(page, "Go live");
  await host.isOnAir();

  await test.step("the guest knocks", async () => {
    await guest.opensInvite(link);
    await tabTo(guest.page, guest.page.getByRole("textbox", { name: "Your name" }));
    await atGuest.type("Ada");
    await atGuest.press("Enter");
    await guest.isToldAloud("The host knows you’re waiting.");
    await host.isToldAloud("Ada asks to join");
  });

  await test.step("the host admits her backstage, and puts her on stage", async () => {
    await pressesByKey(page, "Admit Ada backstage");
    await host.isToldAloud("Ada was admitted backstage.");
    await guest.isToldAloud("You’re backstage. Hosts can see and hear you. Viewers can’t.");
    await tabTo(page, page.getByRole("tab", { selected: true }));
    await page.keyboard.press("ArrowRight");
    await pressesByKey(page, "Put on stage: Ada");
    await host.isToldAloud(/Ada is on stage/);
    await guest.isToldAloud("You’re going live in three seconds.");
    await guest.isToldAloud("You’re live. Everyone can see and hear you.");
    await host.seesPictureOf("Ada");
  });

  await test.step("she mutes, unmutes and leaves", async () => {
    await pressesByKey(guest.page, "Mute microphone");
    await host.seesMicrophoneOffOf("Ada");
    await atGuest.press("Enter");
    await expect(host.tile("Ada")).not.toHaveAccessibleName(/microphone off/);
    await pressesByKey(guest.page, "Leave");
    await pressesByKey(guest.page, "Leave the stage");
    await guest.isTold("You left.");
    await host.seesOnStage(1);
  });

  await test.step("the host ends the show", async () => {
    await pressesByKey(page, "End");
    await expect(page.getByRole("alertdialog")).toBeVisible();
    await pressesByKey(page, "End the show");
    await host.isToldTheEnd();
  });
});

test("on a phone the picture is on top, the controls are within reach of the thumb, and nothing is cut off", async ({
  castIn,
}) => {
  const cast = castIn({
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
  await expect(controls.getByRole("button", { name: "Flip camera" })).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test("axe finds nothing on any state of the studio, in English and German", async ({ host }) => {
  const show = await host.makesShow();
  const { page } = host;
  const inBoth = async (state: string) => {
    for (const locale of ["de", "en"] as const) {
      await host.speaks(locale);
      await host.reloads();
      await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
      await expectAccessible(host, `${state} (${locale})`);
    }
  };
  await host.opensStudio(show);
  await inBoth("before the show");
  await expect(host.button("Go live")).toBeVisible();
  await host.encoders.opens();
  await expectAccessible(host, "stream keys");
  await page.keyboard.press("Escape");

  await test.step("the panel's edge moves by keyboard, and stays there", async () => {
    const panel = page.getByRole("complementary");
    const width = async () => (await panel.boundingBox())?.width ?? 0;
    const before = await width();
    await tabTo(page, page.getByRole("separator", { name: "Panel width" }));
    await page.keyboard.press("ArrowLeft");
    await expect.poll(width).toBe(before + 16);
    await host.reloads();
    await expect.poll(width).toBe(before + 16);
  });

  await host.pressesGoLive();
  await host.button("Connection stats").click();
  for (const tab of ["Waiting", "People", "Chat", "Backstage"]) {
    await page.getByRole("tab", { name: new RegExp(`^${tab}`) }).click();
    await expectAccessible(host, `on air, ${tab}`);
  }
  await host.button("Invite").click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible(host, "invite");
  await inBoth("on air");
  await host.isOnAir();
  await host.ends();
  await inBoth("the summary");

  const cancelled = await host.makesShow();
  await host.account.api.ok(endLivestream, { params: { mint: cancelled.mint } });
  await host.opensStudio(cancelled);
  await inBoth("cancelled");
});
