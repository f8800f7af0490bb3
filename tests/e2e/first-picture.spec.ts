import type { Locator, Page } from "@playwright/test";
import { holdBack } from "../support/browser/hold-back";
import { expect, test } from "../support/browser/test";

const bootFile = /\/modules\/first-picture\./;

type Noted = typeof globalThis & { firstFrameAt?: number; showedEarly?: boolean };

/** Notes when the first frame of any video is shown. Call it before opening the page. */
const noteFirstFrame = (page: Page) =>
  page.addInitScript(() => {
    const noted = new WeakSet<HTMLVideoElement>();
    new MutationObserver(() => {
      for (const video of document.querySelectorAll("video")) {
        if (noted.has(video)) continue;
        noted.add(video);
        video.requestVideoFrameCallback((at) => {
          (globalThis as Noted).firstFrameAt ??= at;
        });
      }
    }).observe(document, { childList: true, subtree: true });
  });

/** Notes whether the page's own video ever showed anything. Call it before opening the page. */
const noteEarlyPicture = (page: Page) =>
  page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.querySelector("#first-picture [data-showing]")) {
        (globalThis as Noted).showedEarly = true;
      }
    }).observe(document, { subtree: true, childList: true, attributes: true });
  });

/** How many of the page's own scripts were requested before the first frame, and after it. */
const scriptsAround = (page: Page) =>
  page.evaluate(() => {
    const at = (globalThis as Noted).firstFrameAt ?? 0;
    const scripts = performance
      .getEntriesByType("resource")
      .filter(({ name }) => /\/_next\/static\/.*\.js/.test(name));
    const before = scripts.filter(({ startTime }) => startTime < at).length;
    return { before, after: scripts.length - before };
  });

const countSignals = (page: Page) => {
  const signals: string[] = [];
  page.on("websocket", (socket) => {
    if (new URL(socket.url()).pathname.startsWith("/rtc")) signals.push(socket.url());
  });
  return signals;
};

/** The painted red, green, blue and opacity, however the style sheet writes them. */
const backgroundOf = (element: Locator) =>
  element.evaluate((it) => {
    const brush = new OffscreenCanvas(1, 1).getContext("2d");
    if (!brush) throw new Error("no canvas");
    brush.fillStyle = getComputedStyle(it).backgroundColor;
    brush.fillRect(0, 0, 1, 1);
    return [...brush.getImageData(0, 0, 1, 1).data];
  });

type Watched = typeof globalThis & { places: Set<string>; stopWatching: () => void };

/**
 * Notes, frame by frame from now on, where the page shows a picture. In whole pixels: the stage rounds its
 * positions, and the outline does not.
 */
const watchPlaces = (page: Page) =>
  page.evaluate(() => {
    const here = globalThis as Watched;
    here.places = new Set();
    let next = requestAnimationFrame(function look() {
      const boxes = [...document.querySelectorAll("video")]
        .filter((video) => video.checkVisibility({ opacityProperty: true }))
        .map((video) => video.getBoundingClientRect())
        .map(({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(" "));
      if (boxes.length === 0) here.places.add("no picture");
      for (const box of boxes) here.places.add(box);
      next = requestAnimationFrame(look);
    });
    here.stopWatching = () => cancelAnimationFrame(next);
  });

const placesOf = (page: Page) =>
  page.evaluate(() => {
    const { places, stopWatching } = globalThis as Watched;
    stopWatching();
    return [...places];
  });

/** The page loads after a deadline even without a picture; this removes the deadline. */
const withoutDeadline = (page: Page) =>
  page.addInitScript(() => {
    const original = globalThis.setTimeout;
    const patched = (run: () => void, ms?: number, ...given: []) =>
      ms === 2_500 ? 0 : original(run, ms, ...given);
    globalThis.setTimeout = patched as typeof setTimeout;
  });

test("the picture appears before the page's own scripts, which take over its connection", async ({
  host,
  signedInViewer: vera,
}) => {
  const show = await host.goesLive();
  await noteFirstFrame(vera.page);
  const signals = countSignals(vera.page);
  await vera.watches(show);
  await vera.seesPictureOf("Hanna");
  const { before, after } = await scriptsAround(vera.page);
  expect(before, "scripts before the first frame").toBe(0);
  expect(after).toBeGreaterThan(0);

  await test.step("the whole page works", async () => {
    await vera.hears(1);
    await vera.seesWatching(1);
    await vera.says("Good evening");
    await vera.button("Mute").click();
    await vera.hears(0);
  });

  await test.step("on one connection, with one picture", async () => {
    await expect(vera.page.locator("#first-picture")).toHaveCount(0);
    await host.seesWatching(1);
    expect(signals).toHaveLength(1);
  });
});

test("the picture does not wait for the page, and stays in place when it arrives", async ({
  cast,
  host,
}) => {
  const { mint } = await host.goesLive();
  for (const [name, width, height] of [
    ["a desktop", 1280, 800],
    ["a phone in portrait", 390, 844],
    ["a phone in landscape", 844, 390],
  ] as const) {
    await test.step(`on ${name}`, async () => {
      const { page } = await cast.viewer();
      await page.setViewportSize({ width, height });
      const release = await holdBack(page, /\/_next\/static\/chunks\/.*\.css/);
      await page.goto(`/watch/${mint}`, { waitUntil: "commit" });
      const outline = page.locator("#outline");
      const early = outline.locator("video[data-showing]");
      await expect(early).toBeVisible();
      await watchPlaces(page);
      const background = await backgroundOf(outline);
      await release();
      await expect(outline).toHaveCount(0);
      await expect(page.locator("#first-picture")).toHaveCount(0);
      expect(await placesOf(page)).toEqual([expect.stringMatching(/^\d/)]);
      expect(await backgroundOf(page.locator("body"))).toEqual(background);
    });
  }
});

test("a viewer who presses a key does not have to wait for the picture", async ({
  host,
  viewer,
}) => {
  const show = await host.goesLive();
  const signals = countSignals(viewer.page);
  await withoutDeadline(viewer.page);
  const release = await holdBack(viewer.page, bootFile);
  await viewer.page.goto(`/watch/${show.mint}`, { waitUntil: "commit" });
  await expect(viewer.page.locator("#outline")).toBeVisible();
  expect(await scriptsAround(viewer.page)).toEqual({ before: 0, after: 0 });
  await viewer.page.keyboard.press("Tab");
  await viewer.seesPictureOf("Hanna");

  await test.step("the script that arrives too late does not connect again", async () => {
    await release();
    await viewer.seesPictureOf("Hanna");
    expect(signals).toHaveLength(1);
  });
});

test("the page keeps its title, and changes it when the viewer navigates", async ({
  host,
  viewer,
}) => {
  const show = await host.goesLive();
  await viewer.watches(show);
  await expect(viewer.page).toHaveTitle(new RegExp(show.title));
  await viewer.seesPictureOf("Hanna");
  await expect(viewer.page).toHaveTitle(new RegExp(show.title));
  await viewer.page.getByRole("link", { name: "Greenroom home" }).click();
  await expect(viewer.page).toHaveTitle("Greenroom");
});

test("the page loads completely on DevTools' slow network", async ({ host, viewer }) => {
  const show = await host.goesLive();
  const devTools = await viewer.page.context().newCDPSession(viewer.page);
  await devTools.send("Network.enable");
  const kilobytes = 1_024;
  await devTools.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 40,
    downloadThroughput: 500 * kilobytes,
    uploadThroughput: 500 * kilobytes,
  });
  await viewer.watches(show);
  await viewer.seesPictureOf("Hanna");
});

test("without the script that brings the picture, the page brings it", async ({ host, viewer }) => {
  const show = await host.goesLive();
  viewer.watch.expects(/ERR_FAILED/);
  await withoutDeadline(viewer.page);
  await viewer.page.route(bootFile, (route) => route.abort());
  await viewer.watches(show);
  await viewer.seesPictureOf("Hanna");
  await viewer.hears(1);
});

test("a show without a picture does not wait for one", async ({ host, viewer }) => {
  const show = await host.goesLive();
  await host.pressesControl("Turn off camera");
  await host.seesCameraOffOf("Hanna");
  await withoutDeadline(viewer.page);
  const signals = countSignals(viewer.page);
  await viewer.watches(show);
  await viewer.seesCameraOffOf("Hanna");
  await viewer.hears(1);
  expect(signals).toHaveLength(1);
});

test("audio only, or several people on stage: no picture appears before the layout", async ({
  cast,
  host,
  viewer,
  guest,
}) => {
  const show = await host.goesLive();
  const early = (page: Page) => page.evaluate(() => (globalThis as Noted).showedEarly ?? false);

  await test.step("for a viewer who chose audio only at an earlier visit", async () => {
    const listener = await cast.viewer();
    await noteEarlyPicture(listener.page);
    await listener.page.addInitScript(() =>
      localStorage.setItem("greenroom.player.quality", '"none"'),
    );
    await listener.watches(show);
    await listener.hears(1);
    expect(await early(listener.page)).toBe(false);
  });

  await test.step("for a viewer who arrives while a guest is on stage", async () => {
    await guest.knocks(await host.invites());
    await host.admits("Ada");
    await guest.isOnStage();
    await noteEarlyPicture(viewer.page);
    await viewer.watches(show);
    await viewer.seesPictureOf("Hanna");
    await viewer.seesPictureOf("Ada");
    expect(await early(viewer.page)).toBe(false);
  });
});

test("coming from another page of the site, the show also connects once", async ({
  host,
  viewer,
}) => {
  const show = await host.goesLive();
  const signals = countSignals(viewer.page);
  await viewer.opens("/");
  await viewer.page.getByRole("link", { name: show.title }).first().click();
  await viewer.seesPictureOf("Hanna");
  await expect(viewer.page.locator("#first-picture")).toHaveCount(0);
  expect(signals).toHaveLength(1);
});
