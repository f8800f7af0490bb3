import { expect } from "vitest";
import type { AnotherApp } from "../api/another-app";
import { until } from "../api/until";
import { healsWithinMs, since } from "./figure";
import type { ShowUnderFault } from "./show";

/**
 * After a fault everything works again, and nothing that was accepted is lost.
 *
 * @returns how long that took
 */
export async function restored(
  shows: readonly ShowUnderFault[],
  app: AnotherApp,
  startedAt: number,
): Promise<string> {
  const accepted = shows.map(({ talk }) => talk.accepted.size);
  await Promise.all(shows.map((show) => show.heals(healsWithinMs)));
  await until(
    "both chats flow again",
    () => shows.every(({ talk }, n) => talk.accepted.size > (accepted[n] ?? 0)),
    healsWithinMs,
  );
  await Promise.all(shows.map((show) => show.knockArrives(healsWithinMs)));
  const took = since(startedAt);
  for (const { talk, host } of shows) expect(await talk.lost(host.api)).toEqual([]);
  expect(await app.uncaught()).toBe(0);
  return took;
}
