import { backAfter, inSeconds, tell, watchBoth } from "../support/networks/compare";
import { expect, test } from "../support/networks/test";

test.skip(!process.env.NETWORKS, "this machine cannot have networks for the tests");

/** Each attempt to reconnect fails, and the browser logs it. */
const attempts = /ERR_|leave request|WebSocket|Failed to fetch|signal|NetworkError|network error/;

const awayMs = 30_000;

/** Frames that arrived before the change are shown within this time. */
const onTheirWayMs = 1_500;

test("a viewer whose address changes sees the show again, automatically", async ({
  near,
  far,
  bareAt,
  world,
}) => {
  const show = await (await near.host()).goesLive();
  const watching = await watchBoth(far, bareAt, show);
  watching.viewer.watch.expects(attempts);
  const at = Date.now();
  world.network.changesAddress();
  const back = await backAfter(watching, at + onTheirWayMs);
  const sinceChange = { ours: back.ours + onTheirWayMs, bare: back.bare + onTheirWayMs };
  tell(`change of address: picture back after ${inSeconds(sinceChange)}`);
  expect(back.ours).toBeLessThan(30_000);
  await watching.viewer.seesPictureOf("Hanna");
  await watching.viewer.hears(1);
});

test("after 30 s without any network the show returns automatically, and the page says so meanwhile", async ({
  near,
  far,
  bareAt,
  world,
}) => {
  const show = await (await near.host()).goesLive();
  const watching = await watchBoth(far, bareAt, show);
  const { viewer } = watching;
  viewer.watch.expects(attempts);
  const at = Date.now();
  world.network.goesDown();
  await viewer.reads(/Reconnecting|The show can’t be reached/);
  const saidMs = Date.now() - at;
  await viewer.page.waitForTimeout(awayMs - saidMs);
  await viewer.reads(/Reconnecting|The show can’t be reached/);
  world.network.goesUp();
  const back = await backAfter(watching, Date.now());
  tell(
    `30 s without a network: the page says so after ${saidMs} ms, picture back after ${inSeconds(back)}`,
  );
  expect(back.ours).toBeLessThan(20_000);
  await viewer.seesPictureOf("Hanna");
  await viewer.hears(1);
});
