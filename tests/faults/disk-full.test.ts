import { afterAll, beforeAll, expect, test } from "vitest";
import { type AnotherApp, anotherApp } from "@/tests/support/api/another-app";
import { Client } from "@/tests/support/api/client";
import { endShows } from "@/tests/support/api/factories";
import { until } from "@/tests/support/api/until";
import { figure, healsWithinMs, since } from "@/tests/support/faults/figure";
import { asPage, probe, slowest } from "@/tests/support/faults/probe";
import { ShowUnderFault } from "@/tests/support/faults/show";
import { postgresOnSmallDisk, type SmallDisk } from "@/tests/support/faults/small-disk";
import { aFreePort } from "@/tests/support/free-port";
import { ownLiveKit } from "@/tests/support/own/livekit";

const fullWithinMs = 60_000;
const { BASE_URL, DATABASE_URL, LIVEKIT_URL } = process.env;
const usual = { BASE_URL, DATABASE_URL, LIVEKIT_URL };
const disk: SmallDisk | null = await postgresOnSmallDisk();
const port = await aFreePort();
const liveKitUrl = disk && (await ownLiveKit(`http://127.0.0.1:${port}/livekit/webhook`));
if (!disk) figure("This machine may not mount a small disk: what a full one does is not tested.");
let app: AnotherApp;
let shows: [ShowUnderFault, ShowUnderFault];

beforeAll(async () => {
  if (!disk) return;
  Object.assign(process.env, { DATABASE_URL: disk.databaseUrl, LIVEKIT_URL: liveKitUrl });
  app = await anotherApp({ PORT: String(port) });
  process.env.BASE_URL = app.url;
  shows = await Promise.all([ShowUnderFault.begins(), ShowUnderFault.begins()]);
});

afterAll(async () => {
  await Promise.all((shows ?? []).map((show) => show.ends()));
  await endShows();
  Object.assign(process.env, usual);
  await app?.stop();
  await disk?.stop();
});

test.skipIf(!disk)(
  "the database's disk is full while people chat: they are told, and it heals",
  async () => {
    const [{ host, mint }] = shows;
    for (const { talk } of shows) talk.refused.length = 0;
    await disk?.fill();
    const refused = await until(
      "both chats refuse messages",
      () => shows.every(({ talk }) => talk.refused.length > 0),
      fullWithinMs,
    ).then(() => shows.flatMap(({ talk }) => talk.refused));
    const words = await until(
      "a message is refused",
      async () => {
        const json = { text: "Hello?" };
        const answer = await probe(host.api, `/livestreams/${mint}/chat`, { method: "POST", json });
        return answer.status === 201 ? null : answer;
      },
      fullWithinMs,
    );
    expect(words).toMatchObject({ status: 503 });
    expect(Number(words.retryAfter)).toBeGreaterThan(0);
    expect(JSON.parse(words.text)).toMatchObject({
      code: "database-unavailable",
      detail: "This server’s database isn’t available right now. Try again in a moment.",
    });
    const read = await Promise.all([
      probe(new Client(), "/", asPage),
      probe(new Client(), `/watch/${mint}`, asPage),
      probe(host.api, `/livestreams/${mint}/chat`),
    ]);
    expect(read.filter(({ status }) => status !== 200)).toEqual([]);
    await Promise.all(shows.map((show) => show.heals(healsWithinMs)));
    const accepted = shows.map(({ talk }) => talk.accepted.size);
    const freedAt = performance.now();
    disk?.free();
    await until(
      "both chats flow again",
      () => shows.every(({ talk }, n) => talk.accepted.size > (accepted[n] ?? 0)),
      healsWithinMs,
    );
    const healed = since(freedAt);
    await Promise.all(shows.map((show) => show.knockArrives(healsWithinMs)));
    const slowestMs = Math.round(Math.max(...refused.map(({ ms }) => ms), words.ms));
    figure(
      `disk full while chatting: messages refused within ${slowestMs} ms, pages within ${slowest(read)} ms, chat flows ${healed} after there is room`,
    );
    for (const { talk } of shows) {
      expect(talk.refused.filter(({ status }) => status !== 503)).toEqual([]);
      expect(await talk.lost(host.api)).toEqual([]);
    }
  },
);
