import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type AnotherApp, anotherApp } from "@/tests/support/api/another-app";
import { Client } from "@/tests/support/api/client";
import { aLivestream, endShows } from "@/tests/support/api/factories";
import { server } from "@/tests/support/api/server";
import { openSignal } from "@/tests/support/api/signal";
import { figure, healsWithinMs } from "@/tests/support/faults/figure";
import { asPage, probe, slowest } from "@/tests/support/faults/probe";
import { restored } from "@/tests/support/faults/restored";
import { ShowUnderFault } from "@/tests/support/faults/show";
import { type Relay, relayTo } from "@/tests/support/own/relay";

/** The time that a call to LiveKit may take, and the signal's. */
const liveKitWithinMs = 20_000;

let liveKit: Relay;
let app: AnotherApp;
let shows: [ShowUnderFault, ShowUnderFault];
const usual = server.url;

beforeAll(async () => {
  liveKit = await relayTo(server.livekitUrl);
  app = await anotherApp({ LIVEKIT_URL: liveKit.url });
  process.env.BASE_URL = app.url;
  shows = await Promise.all([ShowUnderFault.begins(), ShowUnderFault.begins()]);
});

afterAll(async () => {
  const statuses = await Promise.all((shows ?? []).map((show) => show.ends()));
  await endShows();
  process.env.BASE_URL = usual;
  await app?.stop();
  // No one who was turned away ever got back in.
  for (const each of statuses.flat()) expect([0, 401, 503]).toContain(each);
});

afterEach(async () => {
  await liveKit.comeBack();
  await Promise.all(shows.map((show) => show.heals(healsWithinMs)));
});

for (const [words, fails] of [
  ["refuses connections", () => liveKit.goAway()],
  ["accepts connections and never answers", async () => liveKit.stall()],
] as const) {
  test(`LiveKit ${words}: nothing hangs, and what needs no video works`, async () => {
    const [{ host, mint, waiting }] = shows;
    const planned = await aLivestream(host);
    await fails();
    const needVideo = await Promise.all([
      probe(host.api, `/livestreams/${planned.mint}/go-live`, { method: "POST" }),
      probe(new Client(), `/rtc/validate?access_token=${waiting.token}`),
    ]);
    for (const each of needVideo) {
      expect(each).toMatchObject({ status: 503 });
      expect(each.text).toContain("The video server isn’t responding. Try again.");
    }
    expect(slowest(needVideo)).toBeLessThan(liveKitWithinMs);
    expect(await openSignal(waiting.token)).toMatchObject({ status: 503 });
    const others = await Promise.all([
      probe(new Client(), "/", asPage),
      probe(new Client(), `/watch/${mint}`, asPage),
      probe(host.api, `/livestreams/${mint}/chat`),
    ]);
    expect(others.filter(({ status }) => status !== 200)).toEqual([]);
    const startedAt = performance.now();
    await liveKit.comeBack();
    const healed = await restored(shows, app, startedAt);
    figure(
      `LiveKit ${words}: refused within ${slowest(needVideo)} ms, pages within ${slowest(others)} ms, healed after ${healed}`,
    );
  });
}
