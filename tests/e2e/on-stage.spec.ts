import { test } from "../support/browser/test";

test("a visible viewer is put on stage, is seen by others, and keeps watching afterwards", async ({
  host,
  viewer,
  signedInViewer,
}) => {
  const show = await host.goesLive();
  await viewer.watches(show);
  await signedInViewer.watches(show);
  await signedInViewer.seesPictureOf("Hanna");
  await signedInViewer.appears();
  await host.putsOnStage("Vera");

  await test.step("she is told so, and sends nothing until she wants to", async () => {
    await signedInViewer.isCalledOnStage("Hanna");
    await viewer.seesCameraOffOf("Vera");
    await viewer.hears(1);
  });

  await test.step("she turns on camera and microphone: another viewer sees and hears her", async () => {
    await signedInViewer.pressesControl("Turn off camera");
    await signedInViewer.pressesControl("Mute microphone");
    await viewer.seesPictureOf("Vera");
    await viewer.hears(2);
    await host.seesPictureOf("Vera");
  });

  await test.step("a reload keeps her place, with everything off again", async () => {
    await signedInViewer.reloads();
    await signedInViewer.isCalledOnStage("Hanna");
    await viewer.seesCameraOffOf("Vera");
    await viewer.seesOnStage(2);
    await signedInViewer.pressesControl("Turn off camera");
    await viewer.seesPictureOf("Vera");
  });

  await test.step("taken off the stage, her picture is gone and she keeps watching", async () => {
    await host.takesOffTheStage("Vera");
    await signedInViewer.isToldOffStage();
    await viewer.doesNotSee("Vera");
    await viewer.hears(1);
    await signedInViewer.seesPictureOf("Hanna");
    await host.seesAmongPeople("Vera");
  });

  await test.step("put on stage again, she leaves it herself", async () => {
    await host.putsOnStage("Vera");
    await signedInViewer.isCalledOnStage("Hanna");
    await signedInViewer.pressesControl("Turn off camera");
    await viewer.seesPictureOf("Vera");
    await signedInViewer.leavesTheStage();
    await viewer.doesNotSee("Vera");
    await signedInViewer.seesPictureOf("Hanna");
  });
});
