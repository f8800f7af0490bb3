import { sceneNames } from "@/lib/client/studio/scenes";
import english from "@/lib/words/en/stage.json";
import { StageManager } from "@/tests/support/browser/people/stage-manager";
import { aPicture } from "../support/api/pictures";
import { BrandDesk } from "../support/browser/brand";
import { test } from "../support/browser/test";
import { photographLive } from "./album";

test("every scene, as the host and the audience see it", async ({ host, viewer, guest }) => {
  test.setTimeout(300_000);
  const manager = new StageManager(host);
  const show = await host.goesLive(await host.makesShow({ title: "Evening show" }));
  await guest.knocks(await host.invitesByApi(show));
  await host.admits("Ada");
  await guest.isOnStage();
  await viewer.watches(show);
  await viewer.seesPictureOf("Ada");
  await host.pressesControl("Share screen");
  await viewer.seesScreenOf("Hanna");
  for (const scene of sceneNames) {
    await test.step(scene, async () => {
      await manager.choosesScene(english.scenes.names[scene]);
      await photographLive(viewer, `scene-${scene}`);
    });
  }
  await manager.choosesScene("Grid");
  await manager.shows("Questions at the end: write them into the chat");
  await host.says("What a view!");
  await host.putsOnScreen("What a view!");
  await viewer.reads("What a view!");
  await photographLive(viewer, "scene-comment");
  await photographLive(host, "studio-scenes");
  await manager.previewsScenes();
  await manager.scene("Spotlight").click();
  await photographLive(host, "studio-preview");
});

test("the programme on its own page, and a show in its brand", async ({
  cast,
  host,
  viewer,
  guest,
}) => {
  test.setTimeout(300_000);
  const recorder = await cast.recorder();
  const show = await host.makesShow({ title: "Evening show" });
  await host.opensStudio(show);
  const link = await host.encoders.makesAProgrammeLink();
  await recorder.opens(link);
  await recorder.seesCard("Starting soon");
  await photographLive(recorder, "programme-before");
  await host.encoders.seesProgrammePages("Open on 1 page");
  await host.button("More").click();
  await host.page.getByRole("menuitem", { name: "Record or restream" }).click();
  await photographLive(host, "studio-programme-link");
  await host.page.keyboard.press("Escape");

  await host.pressesGoLive();
  const desk = new BrandDesk(await cast.tabOf(host));
  await desk.opens(host.account.handle);
  await desk.types("Accent color", "#1f6f4a");
  await desk.choosesNameSize("Large");
  await desk.saves();
  await desk.sends("Logo", await aPicture({ format: "png", colour: "#ffd400" }));
  await desk.sends("Background", await aPicture({ format: "png", colour: "#223355" }));
  await photographLive(desk.admin, "brand-kit-filled");
  await guest.knocks(await host.invitesByApi(show));
  await photographLive(guest, "guest-waits-in-brand");
  await host.admits("Ada");
  await guest.isOnStage();
  await new StageManager(host).shows("Questions at the end");
  await viewer.watches(show);
  await viewer.seesPictureOf("Ada");
  await photographLive(viewer, "watch-in-brand");
  await recorder.seesPictureOf("Ada");
  await photographLive(recorder, "programme-in-brand");
});
