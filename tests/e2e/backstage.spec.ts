import type { Persona } from "@/tests/support/browser/people/persona";
import {
  expectLargest,
  readsBehindTheStage,
  StageManager,
  saysBehindTheStage,
} from "@/tests/support/browser/people/stage-manager";
import { expectAccessible } from "../support/browser/accessible";
import { tabTo } from "../support/browser/keyboard";
import { expect, test } from "../support/browser/test";

type Notified = typeof globalThis & { notified?: string[] };

/** Grants notifications and returns a function that reads those shown so far. Call it before opening the page. */
async function notesNotifications({ page }: Persona): Promise<() => Promise<string[]>> {
  await page.context().grantPermissions(["camera", "microphone", "notifications"]);
  await page.addInitScript(() => {
    const notified: string[] = [];
    (globalThis as Notified).notified = notified;
    globalThis.Notification = new Proxy(Notification, {
      construct(original, given: ConstructorParameters<typeof Notification>) {
        notified.push(given[0]);
        return new original(...given);
      },
    });
  });
  return () => page.evaluate(() => (globalThis as Notified).notified ?? []);
}

/** Playwright keeps every page in focus; this simulates a person working in another window. */
const looks = ({ page }: Persona, where: "elsewhere" | "here") =>
  page.evaluate((focused) => {
    document.hasFocus = () => focused;
  }, where === "here");

test("a guest waits backstage unseen, is put on stage, and is taken off it without a ghost", async ({
  host,
  viewer,
  guest,
}) => {
  const manager = new StageManager(host);
  const show = await host.goesLive();
  await viewer.watches(show);
  await viewer.seesPictureOf("Hanna");
  await guest.knocks(await host.invites());
  await host.seesReady("Ada");

  await test.step("a message from the host reaches the waiting guest", async () => {
    await manager.writesToWho("Ada", "Two minutes, please.");
    await guest.isToldAloud("Two minutes, please.");
  });

  await test.step("backstage, the guest sees the show, and nobody sees her", async () => {
    await manager.admitsBackstage("Ada");
    await guest.isBackstage();
    await guest.seesPictureOf("Hanna");
    await guest.seesOnStage(1);
    await expectAccessible(guest, "backstage");
    await manager.seesBackstage("Ada");
    await expectAccessible(host, "people, one of them backstage");
    await viewer.seesOnStage(1);
    await viewer.hears(1);
  });

  await test.step("host and guest use backstage chat, which no viewer can read", async () => {
    await saysBehindTheStage(guest, "I am ready.");
    await manager.seesUnread(1);
    await manager.reads("I am ready.");
    await manager.says("You are next.");
    await readsBehindTheStage(guest, "You are next.");
    await viewer.doesNotReadInChat("You are next.");
  });

  await test.step("put on stage, she is seen and heard on the same connection", async () => {
    await manager.putsOnStage("Ada");
    await guest.isOnStage();
    await viewer.seesPictureOf("Ada");
    await viewer.hears(2);
  });

  await test.step("muted by the host and asked to unmute, she unmutes herself", async () => {
    await manager.picksFor("Ada", "Mute microphone");
    await viewer.hears(1);
    await viewer.seesMicrophoneOffOf("Ada");
    await manager.picksFor("Ada", "Ask to unmute");
    await guest.reads("The host would like you to unmute.");
    await expectAccessible(guest, "on stage, asked to unmute");
    await guest.button("Unmute").click();
    await viewer.hears(2);
    await expect(guest.button("Unmute")).toHaveCount(0);
  });

  await test.step("her camera, turned off by the host, stays off until the host allows it", async () => {
    await manager.lets("Ada", "Camera", false);
    await guest.reads("A host turned off your camera.");
    await expect(guest.button("Turn off camera")).toHaveCount(0);
    await viewer.seesCameraOffOf("Ada");
    await viewer.hears(2);
    await manager.lets("Ada", "Camera", true);
    await guest.pressesControl("Turn off camera");
    await viewer.seesPictureOf("Ada");
  });

  await test.step("taken backstage, her page says so, and her tile is gone everywhere", async () => {
    await manager.picksFor("Ada", "Move backstage");
    await guest.reads("The host moved you backstage.");
    await guest.isBackstage();
    await guest.seesPictureOf("Hanna");
    for (const each of [viewer, host, guest]) await each.seesOnStage(1);
    await viewer.hears(1);
    await manager.seesBackstage("Ada");
  });

  await test.step("on stage again, then back to the waiting room", async () => {
    await manager.putsOnStage("Ada");
    await guest.isOnStage();
    await viewer.seesPictureOf("Ada");
    await manager.picksFor("Ada", "Move to waiting room");
    await guest.reads("The host moved you back to the waiting room.");
    await guest.isToldAloud("The host moved you back to the waiting room.");
    await guest.waits();
    for (const each of [viewer, host]) await each.seesOnStage(1);
    await host.seesReady("Ada");
  });

  await test.step("admitted again, and removed", async () => {
    await host.admits("Ada");
    await guest.isOnStage();
    await viewer.seesPictureOf("Ada");
    await host.removes("Ada");
    await guest.isToldRemoved();
    await viewer.seesOnStage(1);
  });
});

test("layout, spotlight and banner are the same for everyone watching", async ({
  host,
  cohost,
  viewer,
  guest,
}) => {
  const manager = new StageManager(host);
  const show = await host.goesLive();
  await guest.knocks(await host.invites());
  await host.admits("Ada");
  await guest.isOnStage();
  await viewer.watches(show);
  await viewer.seesPictureOf("Ada");

  await test.step("the spotlight is set from a person's menu", async () => {
    await manager.picksFor("Ada", "Spotlight");
    for (const each of [viewer, host, guest]) await expectLargest(each, "Ada");
  });

  await test.step("a viewer who arrives late sees the banner too", async () => {
    await manager.shows("Questions at the end");
    await viewer.reads("Questions at the end");
    await expectAccessible(viewer, "a spotlight with a banner");
    await guest.reads("Questions at the end");
    await viewer.reloads();
    await viewer.reads("Questions at the end");
    await expectLargest(viewer, "Ada");
  });

  await test.step("the player's controls leave names and banner in view, on a phone too", async () => {
    const desktop = viewer.page.viewportSize();
    for (const size of [desktop, { width: 844, height: 390 }, { width: 390, height: 844 }]) {
      if (size) await viewer.page.setViewportSize(size);
      await viewer.seesNamesAndBannerBesideControls(["Ada", "Questions at the end"]);
    }
    if (desktop) await viewer.page.setViewportSize(desktop);
  });

  await test.step("two hosts see each other's changes", async () => {
    await host.shares(show, cohost);
    await cohost.opensStudio(show);
    const second = new StageManager(cohost);
    await second.choosesScene("Grid");
    await manager.seesSceneOnAir("Grid");
    const popover = await manager.opensLook();
    await expectAccessible(host, "the look's settings");
    await popover.getByRole("button", { name: "Hide" }).click();
    await expect(viewer.page.getByText("Questions at the end")).toHaveCount(0);
  });
});

test("a host who is elsewhere gets desktop notifications of knocks; keys answer them only while the waiting list has the focus", {
  tag: "@whole-browser",
}, async ({ cast, host, guest }) => {
  const told = await notesNotifications(host);
  await host.goesLive();
  const link = await host.invites();
  await looks(host, "elsewhere");
  await guest.knocks(link);
  await host.seesReady("Ada");
  await expect.poll(told).toEqual(["Ada asks to join"]);
  await looks(host, "here");
  const { keyboard } = host.page;

  await test.step("in a message, an a is an a", async () => {
    await host.opensChat();
    await host.composer.fill("");
    await host.composer.press("a");
    await expect(host.composer).toHaveValue("a");
    await host.sees("Ada");
  });

  const list = host.page.getByRole("region", { name: "Waiting list" });

  await test.step("elsewhere on the page, the keys do nothing", async () => {
    await host.page.getByRole("tab", { name: /^Waiting/ }).click();
    await keyboard.press("d");
    await host.button("Waiting room settings").focus();
    await keyboard.press("d");
    await guest.waits();
  });

  await test.step("when turned off, the keys do nothing", async () => {
    await tabTo(host.page, list);
    await keyboard.press("?");
    const settings = host.page.getByRole("dialog", { name: "Waiting room settings" });
    await expectAccessible(host, "the settings of knocks");
    await settings.getByRole("switch", { name: "Keyboard shortcuts" }).click();
    await keyboard.press("Escape");
    await list.press("a");
    await host.sees("Ada");
    await host.button("Waiting room settings").click();
    await settings.getByRole("switch", { name: "Keyboard shortcuts" }).click();
    await keyboard.press("Escape");
  });

  await test.step("the first guest in the queue is admitted where the show says, the next denied", async () => {
    await list.press("a");
    await guest.isBackstage();
    await host.choosesToAdmit("On stage");
    const grace = await cast.guest("Grace");
    await grace.knocks(link);
    await host.seesReady("Grace");
    expect(await told(), "no further notification while the host looks at the page").toHaveLength(
      1,
    );
    await list.press("d");
    await grace.isToldDenied();
    await host.isToldAloud("Grace was denied.");
    const linus = await cast.guest("Linus");
    await linus.knocks(link);
    await host.seesReady("Linus");
    await list.press("a");
    await linus.isOnStage();
  });
});

test("a guest backstage keeps the place over a reload, in a private show too", async ({
  host,
  guest,
}) => {
  const manager = new StageManager(host);
  const show = await host.makesShow({ visibility: "private" });
  await host.goesLive(show);
  await guest.knocks(await host.invites());
  await host.seesReady("Ada");
  await manager.admitsBackstage("Ada");
  await guest.isBackstage();
  await guest.seesPictureOf("Hanna");
  await guest.reloads();
  await guest.isBackstage();
  await guest.seesPictureOf("Hanna");
  await manager.putsOnStage("Ada");
  await guest.isOnStage();
  await manager.picksFor("Ada", "Move to waiting room");
  await guest.waits();
  await host.seesOnStage(1);
});

test("when a guest is denied together with the link, nobody else gets in with it", async ({
  cast,
  host,
  guest,
}) => {
  const manager = new StageManager(host);
  await host.goesLive();
  const link = await host.invites();
  await guest.knocks(link);
  await host.seesReady("Ada");
  await manager.deniesAndRevokes("Ada");
  await guest.isToldDenied();
  const grace = await cast.guest("Grace");
  await grace.opensInvite(link);
  await grace.isTold("This invite was cancelled.");
});
