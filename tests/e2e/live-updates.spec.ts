import { roomAuth } from "@/lib/contracts/guests";
import { endLivestream, goLive } from "@/lib/contracts/livestreams";
import type { Persona } from "@/tests/support/browser/people/persona";
import { Client } from "../support/api/client";
import { Relay } from "../support/browser/relay";
import { expect, test } from "../support/browser/test";

const note = ({ page }: Persona) => page.getByText("Out of date").filter({ visible: true });

test("while a proxy answers 502, pages say that they are out of date; then they catch up automatically", async ({
  castIn,
  host,
}) => {
  const relay = await Relay.start();
  const cast = castIn({ proxy: relay.proxy });
  const [cohost, guest, viewer] = [
    await cast.host("Conrad"),
    await cast.guest("Ada"),
    await cast.viewer(),
  ];
  const behind = [cohost, guest, viewer];
  // The browser and LiveKit's client report each attempt that fails or is too late.
  for (const { watch } of behind)
    watch.expects(
      /status of (401|409|502)|net::ERR_|websocket|signal|fetch|authorization|leave request|invalid-room-token/i,
    );
  const show = await host.makesShow();
  const { mint } = show;
  await host.shares(show, cohost);
  const link = await host.invitesByApi(show);
  await cohost.opensStudio(show);
  await cohost.seesNobodyWaiting();
  await viewer.watches(show);
  await viewer.reads("Starts soon");
  await guest.knocks(link);
  await cohost.sees("Ada");
  for (const each of behind) await expect(note(each)).toHaveCount(0);

  await test.step("a knock in the meantime appears as soon as the proxy is back", async () => {
    relay.breaks();
    for (const each of behind) await expect(note(each)).toBeVisible();
    const inviteToken = new URL(link).searchParams.get("invite_token") ?? "";
    await new Client().ok(roomAuth, { body: { inviteToken, guestName: "Grace" } });
    relay.mends();
    await cohost.sees("Grace");
    for (const each of behind) await expect(note(each)).toHaveCount(0, { timeout: 45_000 });
  });

  await test.step("a show that went on air and ended in the meantime has ended, and was not cancelled", async () => {
    relay.breaks();
    for (const each of behind) await expect(note(each)).toBeVisible();
    await host.account.api.ok(goLive, { params: { mint } });
    await host.account.api.ok(endLivestream, { params: { mint } });
    relay.mends();
    await viewer.isToldTheEnd();
    await cohost.isToldTheEnd();
    await guest.isToldTheEnd();
  });
  await relay.stop();
});
