import { CrowdClient } from "./client";
import {
  arrivalMs,
  hostsOf,
  type Load,
  orLess,
  type Percentiles,
  percentiles,
  withHouses,
} from "./crowd";
import type { Houses } from "./houses";

export type WentLive = Load & {
  /** From the press to the first complete frame. */
  pictureMs: Percentiles | null;
  slowestMs: number;
  without: number;
};

const patienceMs = 60_000;

/** A crowd waits in the room of a show; then it goes live. */
export function goLiveBefore(houses: Houses, load: Load): Promise<WentLive> {
  return withHouses(houses, load, async (open) => {
    const hosts = await hostsOf(houses, load.kind, open);
    const url = houses.url(load.kind);
    const tokens = (await Promise.all(open.map((house) => house.tokens(load.viewers)))).flat();
    const crowd = new CrowdClient({ role: "viewers", url, tokens, perSecond: load.perSecond });
    try {
      await crowd.all("joined", arrivalMs(load) + patienceMs).catch(orLess);
      const pressedAt = Date.now();
      await Promise.all(open.map((house) => house.goLive()));
      // As the studio does: it sends once the show has a stage.
      await Promise.all(open.map((house) => house.opensStage()));
      hosts.send();
      await crowd.all("picture", patienceMs).catch(orLess);
      const waited = crowd.events("picture").map(({ atMs }) => atMs - pressedAt);
      return {
        ...load,
        pictureMs: percentiles(waited),
        slowestMs: Math.max(0, ...waited),
        without: load.viewers - waited.length,
      };
    } finally {
      await crowd.leave();
      await hosts.leave();
    }
  });
}
