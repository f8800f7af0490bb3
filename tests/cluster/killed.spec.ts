import { deleteLivestream } from "@/lib/contracts/livestream-actions";
import { endLivestream, goLive } from "@/lib/contracts/livestreams";
import { until } from "../support/api/until";
import { longestPauseMs, watchPicture } from "../support/cluster/picture";
import {
  aFullShow,
  allReturnedAfterMs,
  attempts,
  everyoneSeesTheOthers,
  expectReconnecting,
  watchPictures,
} from "../support/cluster/show";
import { expect, test } from "../support/cluster/test";
import { tell } from "../support/networks/compare";

test.skip(!process.env.REDIS, "this machine lacks the programs of several machines");

const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;

test("an app is killed: no picture stops, and pages, chat and knocks continue through the other", async ({
  first,
  second,
  world,
}) => {
  const show = await aFullShow(first, second);
  const { host, viewer, invite } = show;
  expectReconnecting(show);
  const pictures = await watchPictures(show);
  const at = Date.now();
  await world.apps[1].stop();
  await viewer.says("Still here");
  await host.readsInChat("Still here");
  const chatMs = Date.now() - at;
  const newcomer = await second.guest("Nora");
  await newcomer.knocks(invite);
  await host.sees("Nora");
  const knockMs = Date.now() - at;
  await everyoneSeesTheOthers(show);
  const paused = await Promise.all(pictures.map((each) => longestPauseMs(each, at)));
  tell(
    `an app is killed: chat after ${seconds(chatMs)}, a knock after ${seconds(knockMs)}, longest pause of a picture ${seconds(Math.max(...paused))}`,
  );
  expect(Math.max(...paused)).toBeLessThan(5_000);
  expect(chatMs).toBeLessThan(20_000);
});

test("the LiveKit of a show is killed: everyone is in the picture again, on the other", async ({
  first,
  second,
  world,
}) => {
  const show = await aFullShow(first, second);
  const { host, viewer } = show;
  const leaver = await second.viewer();
  leaver.watch.expects(attempts);
  await leaver.watches(show.show);
  await host.seesWatching(2);
  const { mint } = show.show;
  expectReconnecting(show);
  const pictures = await watchPictures(show);
  const livekit = await world.livekitOf(mint);
  const at = Date.now();
  await livekit.kill();
  await leaver.page.close();
  const back = await allReturnedAfterMs(pictures, at);
  tell(`a LiveKit is killed: pictures are back after ${back.map(seconds).join(", ")}`);
  await everyoneSeesTheOthers(show);
  expect((await world.livekitOf(mint)).id).not.toBe(livekit.id);
  await viewer.says("Back again");
  await host.readsInChat("Back again");
  await host.seesWatching(1);
  expect(Math.max(...back)).toBeLessThan(20_000);
});

test("each of two shows is on its own LiveKit: one is killed, and the other show does not notice", async ({
  first,
  second,
  world,
}) => {
  const hit = await first.host("Hanna");
  const spared = await second.host("Otto");
  const { mint } = await hit.goesLive();
  const livekit = await world.livekitOf(mint);
  const show = await until("a show is on the other LiveKit", async () => {
    const made = await spared.makesShow();
    await spared.account.api.ok(goLive, { params: { mint: made.mint } });
    return (await world.livekitOf(made.mint)).id === livekit.id ? null : made;
  });
  await spared.opensStudio(show);
  await spared.goesBackOnAir();
  const viewer = await first.viewer();
  await viewer.watches(show);
  await viewer.seesPictureOf("Otto");
  for (const { watch } of [hit, spared, viewer]) watch.expects(attempts);
  const picture = await watchPicture(viewer, "Otto");
  const at = Date.now();
  await livekit.kill();
  await until(
    "the show that was hit has moved",
    async () => {
      return (await world.livekitOf(mint)).id !== livekit.id;
    },
    30_000,
  );
  expect(await longestPauseMs(picture, at)).toBeLessThan(5_000);
});

test("the LiveKit of a show is killed while no one is connected: the show can still be deleted", async ({
  first,
  world,
}) => {
  const host = await first.host("Hanna");
  const { mint } = await host.makesShow();
  await host.account.api.ok(goLive, { params: { mint } });
  const livekit = await world.livekitOf(mint);
  await livekit.kill();
  await host.account.api.ok(endLivestream, { params: { mint } });
  await until(
    "it is deleted",
    async () => {
      const { status } = await host.account.api.call(deleteLivestream, { params: { mint } });
      return status === deleteLivestream.status;
    },
    30_000,
  );
});
