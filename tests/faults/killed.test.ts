import { afterAll, beforeAll, expect, test } from "vitest";
import { Client } from "@/tests/support/api/client";
import { until } from "@/tests/support/api/until";
import { figure, healsWithinMs, since } from "@/tests/support/faults/figure";
import {
  type OwnGreenroom,
  ownGreenroom,
  type Program,
} from "@/tests/support/faults/own-greenroom";
import { probe } from "@/tests/support/faults/probe";
import { ShowUnderFault } from "@/tests/support/faults/show";

let greenroom: OwnGreenroom;
let shows: ShowUnderFault[];
let killed = 0;

beforeAll(async () => {
  greenroom = await ownGreenroom();
  shows = await Promise.all([ShowUnderFault.begins(), ShowUnderFault.begins()]);
});

afterAll(async () => {
  await Promise.all((shows ?? []).map((show) => show.ends()));
  await greenroom?.stop();
});

const programs: [Program, string][] = [
  ["livekit", "LiveKit"],
  ["app", "The app"],
  ["postgres", "PostgreSQL"],
];

test.each(programs)("kill -9 of %s in the middle of two shows", async (program, name) => {
  const acceptedBefore = shows.map(({ talk }) => talk.accepted.size);
  await until("both chats flow", () =>
    shows.every(({ talk }, n) => talk.accepted.size > (acceptedBefore[n] ?? 0) + 2),
  );
  for (const { talk } of shows) talk.refused.length = 0;
  const startedAt = performance.now();
  greenroom.kill(program);
  await greenroom.says(`${name} ended unexpectedly (signal SIGKILL). Restarting it.`);
  await until(
    "the app is ready",
    async () => (await probe(new Client(), "/readyz")).status === 200,
    healsWithinMs,
  );
  const ready = since(startedAt);
  const accepted = shows.map(({ talk }) => talk.accepted.size);
  await Promise.all(shows.map((show) => show.heals(healsWithinMs)));
  const whole = since(startedAt);
  await until("both chats flow again", () =>
    shows.every(({ talk }, n) => talk.accepted.size > (accepted[n] ?? 0)),
  );
  await Promise.all(shows.map((show) => show.knockArrives(healsWithinMs)));
  figure(
    `kill -9 of ${program}: ready after ${ready}, everyone is back after ${whole}, knocks arrive after ${since(startedAt)}`,
  );
  expect(greenroom.output().match(/ended unexpectedly/g)).toHaveLength(++killed);
  for (const { talk, host } of shows) {
    expect(await talk.lost(host.api)).toEqual([]);
    const internal = talk.refused.filter(({ status }) => status === 500);
    expect(internal).toEqual([]);
  }
});

test("no one who was turned away ever got back in", async () => {
  const statuses = await Promise.all(shows.map((show) => show.ends()));
  for (const each of statuses.flat()) expect([0, 401, 503]).toContain(each);
  expect(statuses.flat()).toContain(401);
});
