import { afterAll, beforeAll, expect, test } from "vitest";
import { readServer } from "@/lib/contracts/admin/server";
import { goLive } from "@/lib/contracts/livestreams";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aLivestream,
  anAccount,
  anUnusedViewerToken,
  endShows,
} from "@/tests/support/api/factories";
import { server } from "@/tests/support/api/server";
import { openSignal } from "@/tests/support/api/signal";
import { clockOff } from "@/tests/support/faults/clocks";
import { anInstallation, type OwnInstallation } from "@/tests/support/own/installation";

const fiveMinutes = 5 * 60_000;
const usual = server.url;
let own: OwnInstallation;

beforeAll(async () => {
  own = await anInstallation({ NODE_OPTIONS: clockOff(fiveMinutes) });
  process.env.BASE_URL = own.app.url;
});

afterAll(async () => {
  await endShows();
  process.env.BASE_URL = usual;
  await own?.stop();
});

test("the app is five minutes ahead of LiveKit: no one can go live or connect, and the server says why", async () => {
  const ada = await anAccount();
  const { mint } = await aLivestream(ada);
  expectProblem(await ada.api.call(goLive, { params: { mint } }), 503, "livekit-unavailable");
  const token = await anUnusedViewerToken(ada, mint, true);
  expect(await openSignal(token)).toMatchObject({ status: 401 });
  expect(own.app.said()).toContain(
    "LiveKit rejected a token because its clock differs from the app's",
  );
  const { checks } = await own.admin.ok(readServer, {});
  const finding = checks.find(({ key }) => key === "clock");
  expect(finding).toMatchObject({ verdict: "failed", code: "clock-off-livekit" });
  expect(finding?.detail).toMatch(/^The clocks of the app and LiveKit differ by (?:299|300)/);
});
