import { blurChatter, blurSwitch, isBlurred } from "../support/browser/blur";
import { sharpnessOf } from "../support/browser/probes";
import { expect, test } from "../support/browser/test";
import { photographLive } from "./album";

const description =
  "Hanna plays what was asked for last week, and three pieces nobody asked for.\n\nQuestions go into the chat.";

test("before a show", async ({ castWith, host, viewer, cast }) => {
  const planned = new Date(Date.now() + 3_600_000).toISOString();
  const show = await host.makesShow({ title: "Evening show", description, scheduledAt: planned });
  await viewer.watches(show);
  await photographLive(viewer, "watch-before");
  await host.opensStudio(show);
  await expect(host.page.getByLabel("Your camera")).toBeVisible();
  await photographLive(host, "studio-before");
  await host.button("Turn off camera").click();
  await photographLive(host, "studio-before-camera-off");

  const more = host.button("More");
  await more.click();
  await photographLive(host, "studio-more");
  await host.page.getByRole("menuitem", { name: "Edit details" }).click();
  await photographLive(host, "studio-details");
  await host.page.keyboard.press("Escape");
  await more.click();
  await host.page.getByRole("menuitem", { name: "Co-hosts, moderators and viewers" }).click();
  const cohost = await cast.host("Conrad");
  await host.page.getByRole("textbox", { name: "Handle" }).fill(cohost.account.handle);
  await host.button("Add").click();
  await host.reads("Conrad");
  await photographLive(host, "studio-members");
  await host.page.keyboard.press("Escape");

  const forbidden = await castWith(
    (args) => args.filter((arg) => !arg.startsWith("--use-fake-ui")),
    { permissions: [] },
  );
  const other = await forbidden.host("Olga");
  await other.opensStudio(await other.makesShow({ title: "Without a camera" }));
  await other.reads("This page can’t use your camera and microphone.");
  await photographLive(other, "studio-before-refused");
});

test("a show", async ({ cast, host, viewer, signedInViewer }) => {
  test.setTimeout(240_000);
  const show = await host.makesShow({ title: "Evening show", description });

  await test.step("on air alone", async () => {
    await host.goesLive(show);
    await host.seesNobodyWaiting();
    await photographLive(host, "studio-on-air");
    await viewer.watches(show);
    await viewer.seesPictureOf("Hanna");
    await photographLive(viewer, "watch-live");
    await host.pressesControl("Turn off camera");
    await viewer.seesCameraOffOf("Hanna");
    await photographLive(viewer, "watch-camera-off");
    await host.pressesControl("Turn off camera");
  });

  await test.step("a chat", async () => {
    await host.opensChat();
    await photographLive(host, "studio-chat-empty");
    await signedInViewer.watches(show);
    await signedInViewer.appears();
    await signedInViewer.says("Good evening from the third row.");
    await signedInViewer.says("Is that the harmonica from https://example.org/harmonica ?");
    await host.says("Welcome, everybody. The kettle sings, we begin in a minute.");
    await photographLive(signedInViewer, "watch-visible-chat");
    await viewer.readsInChat("Good evening from the third row.");
    await photographLive(viewer, "watch-chat-signed-out");
    const line = host.messages.getByText("Good evening from the third row.");
    await photographLive(host, "studio-chat-actions", async () => {
      await host.page.keyboard.press("Escape");
      await line.hover();
      await line
        .locator("xpath=..")
        .getByRole("button", { name: /^Actions for/ })
        .click();
    });
    await host.page.keyboard.press("Escape");
    await host.mutesAuthorOf("Good evening from the third row.", "Vera");
    signedInViewer.watch.expects(/status of 403/);
    await signedInViewer.triesToSay("And now?");
    await signedInViewer.isToldInChat(/muted/i);
    await photographLive(signedInViewer, "watch-chat-muted");
  });

  const link = await test.step("an invite", async () => {
    await host.button("Invite").click();
    await expect(host.button("Create link")).toBeVisible();
    await photographLive(host, "studio-invite");
    await host.button("Create link").click();
    const field = host.page.getByLabel("Invite link");
    await expect(field).toHaveValue(/\/j\//);
    await photographLive(host, "studio-invite-made");
    const made = await field.inputValue();
    await host.page.keyboard.press("Escape");
    return made;
  });

  await test.step("guests wait, and go on stage", async () => {
    const names = ["Ada Lovelace", "Grace Hopper", "Margaret Hamilton"];
    for (const name of names) {
      const guest = await cast.guest(name);
      await guest.knocks(link);
      await host.seesReady(name);
    }
    await photographLive(host, "studio-waiting-room");
    for (const [index, name] of names.entries()) {
      await host.admits(name);
      await host.seesPictureOf(name);
      await viewer.seesOnStage(index + 2);
      await viewer.seesPictureOf(name);
      await photographLive(host, `studio-${index + 2}-on-stage`);
      await photographLive(viewer, `watch-${index + 2}-on-stage`);
    }
    await host.seesAmongPeople("Ada Lovelace");
    await photographLive(host, "studio-people");
    await host.button("Actions for Ada Lovelace").click();
    await host.page.getByRole("menuitem", { name: "Remove Ada Lovelace" }).click();
    await photographLive(host, "studio-remove");
    await host.page.keyboard.press("Escape");
  });

  await test.step("a screen", async () => {
    await host.pressesControl("Share screen");
    await viewer.seesScreenOf("Hanna");
    await photographLive(host, "studio-screen-share");
    await photographLive(viewer, "watch-screen-share");
  });

  await test.step("the end", async () => {
    await host.button("End").click();
    await photographLive(host, "studio-end-question");
    await host.button("End the show").click();
    await host.isToldTheEnd();
    await photographLive(host, "studio-ended");
    await viewer.isToldTheEnd();
    await photographLive(viewer, "watch-ended");
  });
});

test("obstacles to a show", async ({ cast, host, cohost, viewer }) => {
  const show = await host.goesLive(await host.makesShow({ title: "Evening show" }));
  await viewer.hasALossyConnection();
  await viewer.watches(show);
  await viewer.seesPictureOf("Hanna");

  await viewer.losesConnection();
  await viewer.reads("Reconnecting");
  await photographLive(viewer, "watch-reconnecting");
  await viewer.isBackOnline();
  await viewer.seesPictureOf("Hanna");

  await host.shares(show, cohost);
  await cohost.opensStudio(show);
  await cohost.isBackstage();
  await cohost.seesPictureOf("Hanna");
  await photographLive(cohost, "studio-backstage");
  await cohost.page.close();

  const second = await cast.tabOf(host);
  await second.opensStudio(show);
  await host.reads("You’re running this show in another tab");
  await photographLive(host, "studio-elsewhere");
  await host.closesTab();
  await second.closesTab();
  await viewer.isToldThatHostIsAway();
  await photographLive(viewer, "watch-host-away");
});

test("people who are turned away from a show, or find none", async ({
  cast,
  host,
  signedInViewer,
}) => {
  const show = await host.goesLive(await host.makesShow({ title: "Evening show" }));
  await signedInViewer.watches(show);
  await signedInViewer.appears();
  await host.removes("Vera");
  await signedInViewer.reads("You were removed from this show");
  await photographLive(signedInViewer, "watch-removed");

  const locked = await host.makesShow({ visibility: "private" });
  const stranger = await cast.viewer();
  stranger.watch.expects(/status of 404/);
  await stranger.watches(locked);
  await stranger.findsNothing();
  await photographLive(stranger, "watch-not-found");
});

test("a blurred background, and one that cannot be blurred", async ({ host }) => {
  host.watch.expects(blurChatter);
  host.watch.expects(/Failed to load resource/);
  await host.opensStudio(await host.makesShow({ title: "Evening show" }));
  const mirror = host.page.getByLabel("Your camera");
  await expect.poll(() => sharpnessOf(mirror)).toBeGreaterThan(0);
  const clear = await sharpnessOf(mirror);
  await blurSwitch(host).click();
  await isBlurred(mirror, clear);
  await photographLive(host, "studio-before-blurred");
  await host.page.route("**/background-blur/**", (route) => route.abort());
  await host.reloads();
  await host.reads("Your background couldn’t be blurred.");
  await photographLive(host, "studio-before-not-blurred");
});
