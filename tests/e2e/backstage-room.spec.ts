import { countCameraOpenings } from "@/tests/support/browser/camera-openings";
import {
  facesBackstage,
  meetsBackstage,
  StageManager,
} from "@/tests/support/browser/people/stage-manager";
import { expectAccessible } from "../support/browser/accessible";
import { expect, test } from "../support/browser/test";

test("host and guest meet backstage before the show, go on air together, and talk there during it", async ({
  host,
  viewer,
  guest,
}) => {
  const openings = await countCameraOpenings(guest.page);
  const manager = new StageManager(host);
  const show = await host.makesShow();
  await host.opensStudio(show);
  await host.seesPreview();
  await viewer.watches(show);

  await test.step("admitted before the show, the guest is seen and heard by the host only", async () => {
    await guest.knocks(await host.invites());
    await host.admits("Ada");
    await guest.isBackstage();
    await guest.reads("You’ll go on stage when the show starts.");
    await meetsBackstage(host, "Ada");
    await host.hears(1);
    await expectAccessible(host, "the studio with a guest backstage");
    await viewer.doesNotSee("Ada");
    await viewer.hears(0);
  });

  await test.step("where she will be when the show starts is said as soon as the host changes it", async () => {
    await manager.picksFor("Ada", "Move backstage");
    await guest.reads("You can see and hear the show. A host will put you on stage.");
    await manager.putsOnStage("Ada");
    await guest.reads("You’ll go on stage when the show starts.");
  });

  await test.step("the host talks to the guest, who sees and hears them", async () => {
    await manager.talks(true);
    await host.isToldAloud("People backstage see and hear you. Viewers don’t.");
    await meetsBackstage(guest, "Hanna");
    await guest.hears(1);
    await expectAccessible(guest, "backstage with a host");
    await manager.talks(false);
    await guest.hears(0);
  });

  await test.step("going live puts both on stage, with the camera the guest had open", async () => {
    await host.pressesGoLive();
    await guest.isOnStage();
    for (const name of ["Hanna", "Ada"]) await viewer.seesPictureOf(name);
    await viewer.hears(2);
    expect(await openings()).toBe(1);
    await expect(facesBackstage(host)).toHaveCount(0);
  });

  await test.step("taken backstage, she is seen there at once and by no viewer; her camera stays open", async () => {
    await manager.picksFor("Ada", "Move backstage");
    await meetsBackstage(host, "Ada");
    await guest.isBackstage();
    await viewer.seesOnStage(1);
    await viewer.hears(1);
    await guest.seesPictureOf("Hanna");
    expect(await openings()).toBe(1);
  });

  await test.step("on air, the host talks to backstage and is muted in the show", async () => {
    await manager.talks(true);
    await host.isToldAloud("Only people backstage hear you. You’re muted in the show.");
    await viewer.seesMicrophoneOffOf("Hanna");
    await viewer.hears(0);
    await guest.hears(1);
    await manager.talks(false);
    await viewer.hears(1);
  });

  await test.step("on stage and back once more, still with the same camera", async () => {
    await manager.putsOnStage("Ada");
    await guest.isOnStage();
    await viewer.seesPictureOf("Ada");
    await viewer.hears(2);
    await manager.picksFor("Ada", "Move backstage");
    await meetsBackstage(host, "Ada");
    await viewer.seesOnStage(1);
    expect(await openings()).toBe(1);
  });

  await test.step("a reload keeps her backstage; the link opened again asks first", async () => {
    await guest.reloads();
    await guest.isBackstage();
    await meetsBackstage(host, "Ada");
    await guest.opensInviteAgain();
    await expect(facesBackstage(host)).toHaveCount(0);
    await guest.button("Go backstage").click();
    await meetsBackstage(host, "Ada");
  });

  await test.step("removed, she is gone from backstage too", async () => {
    await host.removes("Ada");
    await guest.isToldRemoved();
    await expect(facesBackstage(host)).toHaveCount(0);
  });
});
