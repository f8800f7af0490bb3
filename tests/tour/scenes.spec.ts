import { sceneNames } from "@/lib/client/studio/scenes";
import english from "@/lib/words/en/stage.json";
import { StageManager } from "@/tests/support/browser/people/stage-manager";
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
