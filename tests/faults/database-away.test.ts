import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { hostToken, participantToken } from "@/lib/contracts/tokens";
import { type AnotherApp, anotherApp } from "@/tests/support/api/another-app";
import { addressOf, Client } from "@/tests/support/api/client";
import { endShows } from "@/tests/support/api/factories";
import { server } from "@/tests/support/api/server";
import { figure, healsWithinMs } from "@/tests/support/faults/figure";
import { asPage, type Probed, probe, slowest } from "@/tests/support/faults/probe";
import { restored } from "@/tests/support/faults/restored";
import { ShowUnderFault } from "@/tests/support/faults/show";
import { type Relay, relayTo } from "@/tests/support/own/relay";

const awayMs = 30_000;
const answersWithinMs = 2_000;
/** A heartbeat, its answer, and another connection, on a busy machine. */
const noticedWithinMs = 12_000;

let database: Relay;
let app: AnotherApp;
let shows: [ShowUnderFault, ShowUnderFault];
const usual = server.url;

beforeAll(async () => {
  database = await relayTo(server.databaseUrl);
  app = await anotherApp({ DATABASE_URL: database.url });
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
  await database.comeBack();
  await Promise.all(shows.map((show) => show.heals(healsWithinMs)));
});

/** Pages, tokens, a knock and a message, all at once. */
function askForEverything(): Promise<Probed[]> {
  const [{ host, mint, invite }] = shows;
  const tokenOfHost = addressOf(hostToken, { query: { mint, creator: host.id } });
  const tokenOfViewer = addressOf(participantToken, { query: { mint, hidden: "true" } });
  const knock = { inviteToken: invite.token, guestName: "Latecomer" };
  return Promise.all([
    probe(new Client(), "/", asPage),
    probe(new Client(), `/watch/${mint}`, asPage),
    probe(new Client(), `/livestreams/${mint}`),
    probe(host.api, tokenOfHost),
    probe(host.api, tokenOfViewer),
    probe(new Client(), "/api/v1/livekit/guest/room-auth", { method: "POST", json: knock }),
    probe(host.api, `/livestreams/${mint}/chat`, { method: "POST", json: { text: "Hello?" } }),
  ]);
}

/** Every answer is a 503 that says when to ask again, and nothing else. */
function expectAway(probed: readonly Probed[]): void {
  const others = probed.filter(({ status, retryAfter }) => status !== 503 || !retryAfter);
  expect(others.map(({ what, status, text }) => [what, status, text.slice(0, 200)])).toEqual([]);
}

const interruptions = () => shows.flatMap(({ seats }) => seats.map((seat) => seat.interruptions));

/** Everything works again, nothing accepted is lost, and no one's connection broke. */
async function expectHealed(before: readonly number[], startedAt: number): Promise<string> {
  const healed = await restored(shows, app, startedAt);
  expect(interruptions()).toEqual(before);
  for (const { talk } of shows) {
    expect(talk.refused.filter(({ status }) => status === 500)).toEqual([]);
  }
  return healed;
}

test("PostgreSQL refuses connections for 30 s: every request gets a 503 at once, and the shows go on", async () => {
  const before = interruptions();
  // Some requests are being answered when it happens.
  const running = askForEverything();
  const awayAt = performance.now();
  await database.goAway();
  const probed = await askForEverything();
  while (performance.now() < awayAt + awayMs) {
    probed.push(...(await askForEverything()));
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  expectAway(probed);
  const internal = (await running).filter(({ status }) => status === 500 || status === 0);
  expect(internal).toEqual([]);
  expect(probed[0]?.text).toContain("This server’s database isn’t available right now.");
  expect(slowest([...probed, ...(await running)])).toBeLessThan(answersWithinMs);
  const cameBackAt = performance.now();
  await database.comeBack();
  const healed = await expectHealed(before, cameBackAt);
  figure(
    `PostgreSQL away for 30 s: ${probed.length} answers of 503 within ${slowest(probed)} ms, healed after ${healed}`,
  );
});

test("PostgreSQL no longer answers: waiting requests get a 503 within seconds, later ones at once", async () => {
  const before = interruptions();
  database.stall();
  const waiting = await askForEverything();
  const later = await askForEverything();
  expectAway([...waiting, ...later]);
  expect(slowest(waiting)).toBeLessThan(noticedWithinMs);
  expect(slowest(later)).toBeLessThan(answersWithinMs);
  const cameBackAt = performance.now();
  await database.comeBack();
  const healed = await expectHealed(before, cameBackAt);
  figure(
    `PostgreSQL silent: noticed after ${slowest(waiting)} ms, then 503 within ${slowest(later)} ms, healed after ${healed}`,
  );
});
