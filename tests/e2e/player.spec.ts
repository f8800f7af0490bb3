import { editLivestream } from "@/lib/contracts/livestreams";
import { fullCamera } from "../support/browser/small-camera";
import { expect, test } from "../support/browser/test";

test("a viewer mutes, pauses and resumes by keyboard, and is still muted at the next visit", async ({
  host,
  viewer,
}) => {
  const show = await host.goesLive();
  await viewer.watches(show);
  await viewer.seesPictureOf("Hanna");
  await viewer.hears(1);

  await test.step("muted, and still muted at the next visit", async () => {
    await viewer.presses("m");
    await viewer.hears(0);
    await viewer.reloads();
    await viewer.seesPictureOf("Hanna");
    await expect(viewer.button("Mute")).toHaveAttribute("aria-pressed", "true");
    await viewer.presses("m");
    await viewer.hears(1);
  });

  await test.step("paused: silent and still; then the show as it is now", async () => {
    await viewer.presses("k");
    await viewer.reads("Paused. The show continues.");
    await viewer.hears(0);
    await viewer.presses("k");
    await viewer.seesPictureOf("Hanna");
    await viewer.hears(1);
  });

  await test.step("the list of shortcuts opens and closes", async () => {
    await viewer.presses("?");
    await expect(viewer.page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
    await viewer.presses("Escape");
    await expect(viewer.page.getByRole("dialog")).toHaveCount(0);
  });
});

test("a viewer chooses the quality, down to audio only, and the statistics show the result", async ({
  castWith,
}) => {
  const cast = await castWith(fullCamera);
  const [host, viewer] = [await cast.host("Hanna"), await cast.viewer()];
  const show = await host.goesLive();
  await viewer.watches(show);
  await viewer.seesPictureOf("Hanna");
  const video = viewer.tile("Hanna").locator("video");
  const height = () =>
    video.evaluate((element) => (element instanceof HTMLVideoElement ? element.videoHeight : 0));

  await test.step("the smallest size that is sent", async () => {
    const sizes = await viewer.sizesOffered();
    expect(sizes.length).toBeGreaterThan(1);
    const smallest = Math.min(...sizes);
    await viewer.chooses(`${smallest}p`);
    await expect.poll(height, { timeout: 30_000 }).toBe(smallest);
    await viewer.seesPictureOf("Hanna");
  });

  await test.step("audio only, also at the next visit", async () => {
    await viewer.chooses("Audio only");
    await expect(video).toHaveCount(0);
    await viewer.hears(1);
    await viewer.reloads();
    await viewer.hears(1);
    await expect(video).toHaveCount(0);
  });

  await test.step("and the picture again", async () => {
    await viewer.chooses("Auto");
    await viewer.seesPictureOf("Hanna");
  });

  await test.step("statistics show the delay from the server, and what it includes", async () => {
    await viewer.opensSettings();
    await viewer.page.getByRole("menuitem", { name: "Statistics" }).click();
    const stats = viewer.page.getByRole("region", { name: "Statistics" });
    await expect(stats).toContainText(/kbit\/s/);
    await expect(stats).toContainText("Doesn’t include");
    const delayMs = async () =>
      Number(/server to screen\s*([\d,]+) ms/.exec((await stats.textContent()) ?? "")?.[1] ?? 0);
    await expect.poll(delayMs).toBeGreaterThan(0);
    await viewer.button("Close statistics").click();
    await expect(stats).toHaveCount(0);
  });
});

test("theatre mode shows the picture alone, and a key opens the chat to write in", async ({
  host,
  signedInViewer: viewer,
}) => {
  const show = await host.goesLive();
  await viewer.watches(show);
  await viewer.seesPictureOf("Hanna");
  await viewer.presses("t");
  await expect(viewer.chat).toBeHidden();
  await viewer.presses("c");
  await expect(viewer.composer).toBeFocused();
  await viewer.page.keyboard.type("mkt");
  await viewer.page.keyboard.press("Enter");
  await viewer.readsInChat("mkt");
  await viewer.hears(1);
});

test("the chat's edge moves by keyboard, and stays where it was put", async ({ host, viewer }) => {
  const show = await host.makesShow();
  await viewer.watches(show);
  const edge = viewer.page.getByRole("separator", { name: "Chat width" });
  const width = async () => (await viewer.chat.boundingBox())?.width ?? 0;
  const before = await width();
  await edge.focus();
  await viewer.page.keyboard.press("ArrowLeft");
  await viewer.page.keyboard.press("ArrowLeft");
  await expect.poll(width).toBe(before + 32);
  await viewer.reloads();
  await expect.poll(width).toBe(before + 32);
});

test("an edited title reaches people who are watching", async ({ host, viewer }) => {
  const show = await host.goesLive();
  await viewer.watches(show);
  await viewer.seesPictureOf("Hanna");
  await host.account.api.ok(editLivestream, {
    params: { mint: show.mint },
    body: { title: "A better title" },
  });
  await expect(viewer.page.getByRole("heading", { name: "A better title" })).toBeVisible();
});

test("after a network outage the picture returns automatically", async ({ host, viewer }) => {
  const show = await host.goesLive();
  await viewer.hasALossyConnection();
  await viewer.watches(show);
  await viewer.seesPictureOf("Hanna");
  await viewer.losesConnection();
  await viewer.reads(/Reconnecting|The show can’t be reached/);
  await viewer.isBackOnline();
  await viewer.seesPictureOf("Hanna");
  await viewer.hears(1);
});

test("before the show: a countdown, and a notification when it starts", {
  tag: "@whole-browser",
}, async ({ host, viewer }) => {
  const scheduledAt = new Date(Date.now() + 2 * 3_600_000).toISOString();
  const show = await host.makesShow({ scheduledAt });
  await viewer.page.context().grantPermissions(["notifications"]);
  await viewer.watches(show);
  await viewer.reads(/^In (1 hour|2 hours)/);
  await expect(viewer.page.getByRole("link", { name: "Add to calendar" })).toHaveAttribute(
    "href",
    /calendar\.ics$/,
  );
  await viewer.button("Remind me").click();
  await viewer.reads("We’ll remind you when it starts");
  await host.goesLive(show);
  await viewer.seesPictureOf("Hanna");
});
