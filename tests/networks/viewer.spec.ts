import { frozenBoth, inSeconds, tell, watchBoth } from "../support/networks/compare";
import { transportsOf } from "../support/networks/pictures";
import { expect, test } from "../support/networks/test";

test.skip(!process.env.NETWORKS, "this machine cannot have networks for the tests");

const lookMs = 12_000;
const mostFrozenMs = 3_000;

const links = [
  {
    what: "behind 2 % loss and 100 ms there and back",
    weather: { lossPercent: 2, delayMs: 50 },
    transport: "udp",
    withinMs: 15_000,
  },
  {
    what: "where UDP is blocked, over TCP",
    weather: { blocks: "udp" },
    transport: "tcp",
    withinMs: 20_000,
  },
  {
    what: "where only TLS to port 443 gets through, over TURN",
    weather: { blocks: "udp and media over tcp" },
    transport: "tls",
    withinMs: 20_000,
  },
] as const;

for (const { what, weather, transport, withinMs } of links) {
  test(`a viewer ${what}, sees the show`, async ({ near, far, bareAt, world }) => {
    const show = await (await near.host()).goesLive();
    await world.network.turns(weather);
    const watching = await watchBoth(far, bareAt, show);
    const { viewer, firstPicture } = watching;
    const from = Date.now();
    await viewer.page.waitForTimeout(lookMs);
    const frozen = await frozenBoth(watching, from, from + lookMs);
    tell(`viewer ${what}: first picture ${inSeconds(firstPicture)}, frozen ${inSeconds(frozen)}`);
    expect(await transportsOf(viewer.page)).toEqual([transport]);
    expect(firstPicture.ours).toBeLessThan(withinMs);
    expect(frozen.ours).toBeLessThan(mostFrozenMs);
    await viewer.hears(1);
  });
}
