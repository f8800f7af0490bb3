import { StageManager, saysBehindTheStage } from "@/tests/support/browser/people/stage-manager";
import { expect, test } from "../support/browser/test";
import { photographLive } from "./album";

const title = "Evening show";
const banner = "Questions at the end: write them into the chat";

test("backstage, and what everyone sees of it", async ({ cast, host, viewer, guest }) => {
  test.setTimeout(240_000);
  const manager = new StageManager(host);
  const show = await host.goesLive(await host.makesShow({ title }));
  const link = await host.invitesByApi(show);
  await guest.knocks(link);
  const grace = await cast.guest("Grace");
  await grace.knocks(link);

  await test.step("the waiting room", async () => {
    await host.sees("Grace");
    await manager.writesToWho("Ada", "Two minutes, please.");
    await photographLive(guest, "join-message");
    await host.button("More options for Ada").click();
    await photographLive(host, "studio-waiting-menu");
    await host.page.keyboard.press("Escape");
    await host.button("Waiting room settings").click();
    await photographLive(host, "studio-knock-settings");
    await host.page.keyboard.press("Escape");
  });

  await test.step("backstage", async () => {
    await manager.admitsBackstage("Ada");
    await guest.isBackstage();
    await guest.seesPictureOf("Hanna");
    await saysBehindTheStage(guest, "I am ready. Shall I keep the camera on?");
    await manager.says("Yes, you are next.");
    await photographLive(host, "studio-backstage-chat");
    await photographLive(guest, "join-backstage");
    await manager.seesBackstage("Ada");
    await photographLive(host, "studio-backstage");
  });

  await test.step("the picture", async () => {
    await viewer.watches(show);
    await host.admits("Grace");
    await grace.isOnStage();
    await manager.putsOnStage("Ada");
    await guest.isOnStage();
    await viewer.seesPictureOf("Ada");
    await manager.picksFor("Ada", "Spotlight");
    await manager.shows(banner);
    await viewer.reads(banner);
    await photographLive(viewer, "watch-spotlight-banner");
    await manager.opensLook();
    await photographLive(host, "studio-layout");
    await host.page.keyboard.press("Escape");
    await host.button("Actions for Ada").click();
    await photographLive(host, "studio-guest-menu");
    await host.page.keyboard.press("Escape");
    await manager.picksFor("Ada", "Mic, camera and screen permissions");
    await photographLive(host, "studio-guest-sources");
    await host.page.keyboard.press("Escape");
  });

  await test.step("asked to unmute, and taken backstage", async () => {
    await guest.pressesControl("Mute microphone");
    await manager.picksFor("Ada", "Ask to unmute");
    await guest.reads("The host would like you to unmute.");
    await photographLive(guest, "join-asked");
    await manager.picksFor("Ada", "Move backstage");
    await guest.reads("The host moved you backstage.");
    await guest.seesPictureOf("Hanna");
    await photographLive(guest, "join-taken-backstage");
    await expect(viewer.stage.getByRole("figure")).toHaveCount(2);
  });
});
