import { aFullShow } from "../support/cluster/show";
import { expect, test } from "../support/cluster/test";

test.skip(!process.env.REDIS, "this machine lacks the programs of several machines");

test("a show with its host on one app, its guest and viewer on the other", async ({
  first,
  second,
  world,
}) => {
  const { show, host, viewer } = await aFullShow(first, second);
  expect(host.page.url()).toBe(`${world.url}/studio/${show.mint}`);
  await viewer.says("Hello from the other app");
  await host.readsInChat("Hello from the other app");
  await host.seesWatching(1);
});
