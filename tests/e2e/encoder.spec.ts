import { expect, test } from "../support/browser/test";

test("an encoder connects before the show, is what viewers see, and is stopped from the studio", async ({
  cast,
  host,
  viewer,
  guest,
}) => {
  const show = await host.makesShow();
  const encoder = await cast.encoder();
  await host.opensStudio(show);
  const door = await host.encoders.makesAStreamKey("OBS");

  await test.step("the host sees its picture, and viewers do not", async () => {
    await viewer.watches(show);
    await viewer.reads("Starts soon");
    await guest.knocks(await host.invitesByApi(show));
    await host.seesReady(guest.name);
    await encoder.sends(door);
    await host.encoders.seesTheEncoderReady();
    await viewer.reads("Starts soon");
    await guest.doesNotSee("Hanna");
  });

  await test.step("on air, it is the show, without a camera in the studio", async () => {
    await host.pressesGoLive();
    for (const each of [viewer, host]) {
      await each.seesPictureOf("Hanna");
      await each.seesOnStage(1);
    }
    await guest.seesPictureOf("Hanna");
    await viewer.hears(1);
    // Played next to the encoder, its sound would feed back into it.
    await host.hears(0);
  });

  await test.step("it counts as the host: the studio can be closed and reopened", async () => {
    await host.closesTab();
    await viewer.seesPictureOf("Hanna");
    await viewer.isNotToldThatHostIsAway();
    await host.comesBack();
    await host.opensStudio(show);
    await host.seesPictureOf("Hanna");
    await host.seesOnStage(1);
    await viewer.seesOnStage(1);
  });

  await test.step("the host stops it, and it does not come back", async () => {
    await host.encoders.stopsTheEncoder();
    await encoder.isCutOff();
    await viewer.doesNotSee("Hanna");
    await encoder.isRefused(door, 401);
  });
});

test("an encoder can join a running show, disconnect and come back", async ({
  cast,
  host,
  viewer,
}) => {
  const show = await host.goesLive();
  const door = await host.encoders.makesAStreamKey("OBS");
  const encoder = await cast.encoder();
  await viewer.watches(show);
  await viewer.seesPictureOf("Hanna");

  await test.step("the host's own camera stays on", async () => {
    await encoder.sends(door);
    await viewer.seesOnStage(2);
    await host.seesOnStage(2);
    await viewer.hears(2);
  });

  await test.step("it disappears when it disconnects", async () => {
    await encoder.stops(door);
    await viewer.seesOnStage(1);
    await encoder.sends(door);
    await viewer.seesOnStage(2);
  });
});

test("replacing a key ends its stream, and revoking it ends the stream for good", async ({
  cast,
  host,
}) => {
  await host.goesLive();
  const door = await host.encoders.makesAStreamKey("OBS");
  const encoder = await cast.encoder();
  await encoder.sends(door);
  await host.seesOnStage(2);

  await test.step("the new key works, and the old one does not", async () => {
    const replaced = await host.encoders.replacesTheStreamKey("OBS");
    await host.seesOnStage(1);
    await encoder.isRefused(door, 401);
    await encoder.sends(replaced);
    await host.seesOnStage(2);
  });

  await test.step("once revoked, its stream ends immediately", async () => {
    await host.encoders.revokesTheStreamKey("OBS");
    await host.seesOnStage(1);
  });
});

test("a co-host sees the encoder, but cannot create keys", async ({ host, cohost }) => {
  const show = await host.makesShow();
  await host.shares(show, cohost);
  await cohost.opensStudio(show);
  await expect(cohost.button("Go live")).toBeVisible();
  await expect(cohost.button("Stream from OBS")).toHaveCount(0);
});
