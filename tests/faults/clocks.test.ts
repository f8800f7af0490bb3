import { afterEach, beforeAll, expect, test } from "vitest";
import { type CheckKey, readServer } from "@/lib/contracts/admin/server";
import { goLive } from "@/lib/contracts/livestreams";
import { hostToken } from "@/lib/contracts/tokens";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { aLivestream, anAccount, endShows } from "@/tests/support/api/factories";
import { server } from "@/tests/support/api/server";
import { bodyOf, deliver, signatureOf } from "@/tests/support/api/webhooks";
import { clockOff, databaseClockOff } from "@/tests/support/faults/clocks";
import { figure, healsWithinMs, since } from "@/tests/support/faults/figure";
import { ShowUnderFault } from "@/tests/support/faults/show";
import { anInstallation, type OwnInstallation } from "@/tests/support/own/installation";
import { liveKitWithoutWebhook } from "@/tests/support/own/livekit";

const fiveMinutes = 5 * 60_000;
const usual = server.url;
const shows: ShowUnderFault[] = [];
let installation: OwnInstallation | null = null;

beforeAll(liveKitWithoutWebhook);

async function starts(settings: Record<string, string>, prepare?: string) {
  installation = await anInstallation(settings, prepare);
  process.env.BASE_URL = installation.app.url;
  return installation;
}

afterEach(async () => {
  await Promise.all(shows.splice(0).map((show) => show.ends()));
  await endShows();
  process.env.BASE_URL = usual;
  await installation?.stop();
  installation = null;
});

async function findingOf({ admin }: OwnInstallation, wanted: CheckKey) {
  const { checks } = await admin.ok(readServer, {});
  return checks.find(({ key }) => key === wanted);
}

/** Two shows in which everything is right, without webhooks: only the sweep tells who is connected. */
async function expectTwoShows(what: string): Promise<void> {
  const startedAt = performance.now();
  shows.push(...(await Promise.all([ShowUnderFault.begins(), ShowUnderFault.begins()])));
  await Promise.all(shows.map((show) => show.knockArrives(healsWithinMs)));
  await Promise.all(shows.map((show) => show.heals(healsWithinMs)));
  for (const { talk, host } of shows) {
    expect(talk.refused).toEqual([]);
    expect(await talk.lost(host.api)).toEqual([]);
  }
  figure(`${what}: two shows are complete after ${since(startedAt)}`);
}

test("the app is five minutes ahead of LiveKit: no one can go live or gets a token, and the server says why", async () => {
  const own = await starts({ NODE_OPTIONS: clockOff(fiveMinutes) });
  const ada = await anAccount();
  const show = await aLivestream(ada);
  const params = { mint: show.mint };
  expectProblem(await ada.api.call(goLive, { params }), 503, "livekit-unavailable");
  const query = { mint: show.mint, creator: ada.id };
  expectProblem(await ada.api.call(hostToken, { query }), 503, "livekit-unavailable");
  const finding = await findingOf(own, "clock");
  expect(finding).toMatchObject({ verdict: "failed", code: "clock-off-livekit" });
  expect(finding?.detail).toMatch(/^The clocks of the app and LiveKit differ by (?:299|300)/);
});

test("the app is five minutes behind LiveKit: webhooks are refused, and the sweep makes up for them", async () => {
  const own = await starts({ NODE_OPTIONS: clockOff(-fiveMinutes) });
  const body = bodyOf({ event: "room_started", room: { name: "NoSuchShow123456" } });
  expect((await deliver(body, await signatureOf(body))).status).toBe(401);
  await expectTwoShows("app five minutes behind LiveKit");
  expect(await findingOf(own, "clock")).toMatchObject({ code: "clock-off-livekit" });
});

for (const [minutes, words] of [
  [5, "ahead of"],
  [-5, "behind"],
] as const) {
  test(`the database is five minutes ${words} app and LiveKit: everything is right, and the server says so`, async () => {
    const own = await starts({}, databaseClockOff(minutes));
    await expectTwoShows(`database five minutes ${words} LiveKit`);
    expect(await findingOf(own, "clock")).toMatchObject({ code: "clock-off", verdict: "warning" });
  });
}
