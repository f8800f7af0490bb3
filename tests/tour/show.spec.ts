import { expect, test } from "../support/browser/test";
import { photograph, photographLive } from "./album";

const showTitle = "Evening show";

test("a show from before its start to after its end", async ({
  cast,
  host,
  viewer,
  signedInViewer,
}) => {
  test.setTimeout(180_000);
  const planned = new Date(Date.now() + 3_600_000).toISOString();
  const show = await host.makesShow({ title: showTitle, scheduledAt: planned });

  await test.step("before", async () => {
    await viewer.watches(show);
    await photographLive(viewer, "watch-before");
    await host.opensStudio(show);
    await expect(host.button("Go live")).toBeEnabled();
    await photographLive(host, "studio-before");
  });

  await test.step("on air alone", async () => {
    await host.pressesGoLive();
    await photographLive(host, "studio-on-air");
    await viewer.seesPictureOf(host.name);
    await photographLive(viewer, "watch-live");
    await signedInViewer.watches(show);
    await signedInViewer.appears();
    await signedInViewer.says("Good evening from the third row.");
    await host.says("Welcome, everybody. We begin in a minute.");
    await photographLive(signedInViewer, "watch-visible-chat");
    await photographLive(host, "studio-chat");
    await signedInViewer.opens("/");
    await photograph(signedInViewer, "discover-live");
  });

  const link = await test.step("invite", async () => {
    await host.button("Invite").click();
    await photographLive(host, "studio-invite");
    await host.page.keyboard.press("Escape");
    return host.invites();
  });

  await test.step("guests wait", async () => {
    for (const name of ["Ada Lovelace", "Grace Hopper"]) {
      const guest = await cast.guest(name);
      await guest.opensInvite(link);
      if (name === "Ada Lovelace") await photographLive(guest, "join-preview");
      await guest.knocks(link);
      if (name === "Ada Lovelace") await photographLive(guest, "join-waiting");
      await host.seesReady(name);
    }
    await photographLive(host, "studio-waiting-room");
  });

  await test.step("guests on stage", async () => {
    await host.admits("Ada Lovelace");
    await host.seesPictureOf("Ada Lovelace");
    await photographLive(host, "studio-two-on-stage");
    await host.admits("Grace Hopper");
    await host.seesPictureOf("Grace Hopper");
    await viewer.seesOnStage(3);
    await photographLive(viewer, "watch-three-on-stage");
    await host.seesAmongPeople("Ada Lovelace");
    await photographLive(host, "studio-people");
    await host.pressesControl("Share screen");
    await viewer.seesScreenOf(host.name);
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

test("what a guest is told", async ({ cast, host, guest }) => {
  test.setTimeout(120_000);
  const show = await host.goesLive();
  const link = await host.invites();
  await guest.knocks(link);
  await host.admits(guest.name);
  await guest.isOnStage();
  await photographLive(guest, "join-on-stage");
  await host.removes(guest.name);
  await guest.isToldRemoved();
  await photographLive(guest, "join-removed");

  const grace = await cast.guest("Grace");
  await grace.knocks(link);
  await host.denies("Grace");
  await grace.isToldDenied();
  await photographLive(grace, "join-denied");

  await host.revokesTheInvite();
  const linus = await cast.guest("Linus");
  await linus.opensInvite(link);
  await linus.isTold("This invite was taken back.");
  await photographLive(linus, "join-revoked");
  const lost = await cast.guest("Margaret");
  await lost.opens("/join");
  await lost.isTold("The invite is missing.");
  await photographLive(lost, "join-without-invite");

  const viewer = await cast.viewer();
  await viewer.watches(show);
  await viewer.seesPictureOf(host.name);
  await host.closesTab();
  await viewer.isToldBackSoon();
  await photographLive(viewer, "watch-host-away");
});
