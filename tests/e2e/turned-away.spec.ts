import { removeParticipant } from "@/lib/contracts/restrictions";
import { sql } from "../support/api/database";
import { expectAccessible } from "../support/browser/accessible";
import { expect, test } from "../support/browser/test";

test("a banned viewer is told so immediately, and at every later visit", async ({
  host,
  signedInViewer: viewer,
}) => {
  const show = await host.goesLive();
  await viewer.watches(show);
  await viewer.seesPictureOf("Hanna");
  await viewer.appears();
  await host.seesAmongPeople("Vera");
  const [seat] = await sql<{ identity: string }>(
    "select identity from participants where mint = $1 and account_id = $2 and not hidden",
    [show.mint, viewer.account?.id],
  );

  viewer.watch.expects(/status of 403/);
  await host.account.api.ok(removeParticipant, {
    params: { mint: show.mint },
    body: { identity: seat?.identity ?? "", ban: true },
  });
  await viewer.reads("You can’t watch it with this account.");
  await viewer.reloads();
  await viewer.reads("You can’t watch it with this account.");
  await expectAccessible(viewer, "banned");
});

test("a viewer who signs out in another tab keeps watching without their account", async ({
  host,
  signedInViewer: viewer,
}) => {
  const show = await host.goesLive();
  await viewer.watches(show);
  await viewer.seesPictureOf("Hanna");
  await viewer.appears();
  viewer.watch.expects(/signal|WebSocket|DataChannel|invalid-room-token|status of 401/i);
  const other = await viewer.page.context().newPage();
  await other.goto("/account");
  await other.getByRole("button", { name: /^Account of/ }).click();
  await other.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(viewer.page.getByRole("link", { name: "Sign in" }).first()).toBeVisible();
  await viewer.seesPictureOf("Hanna");
  await expect(viewer.composer).toHaveCount(0);
});

test("a show that cannot be reached says so, and starts with a click once it can", async ({
  host,
  viewer,
}) => {
  const show = await host.goesLive();
  viewer.watch.expects(/WebSocket|signal|ERR_|Failed to fetch|status of 401/i);
  let reachable = false;
  await viewer.page.routeWebSocket(/\/rtc/, (socket) => {
    if (reachable) socket.connectToServer();
    else socket.close({ code: 1011 });
  });
  await viewer.watches(show);
  await viewer.reads("The show can’t be reached");
  await expectAccessible(viewer, "cannot be reached");
  reachable = true;
  await viewer.button("Try now").click();
  await viewer.seesPictureOf("Hanna");
});

test("a guest who lost their place is told so, and can ask again", async ({ host, guest }) => {
  const show = await host.goesLive();
  await guest.hasALossyConnection();
  await guest.knocks(await host.invites());
  await host.seesReady("Ada");
  await guest.losesConnection();
  await guest.reads("Connection lost. Reconnecting…");
  // Only time does this: a place is given up after more than a minute.
  await sql("update guests set status = 'expired' where mint = $1", [show.mint]);
  guest.watch.expects(/status of 40|WebSocket|signal|invalid-room-token/i);
  await guest.isBackOnline();
  await guest.isTold("You lost your place.");
  await expectAccessible(guest, "lost the place");
  await guest.button("Ask again").click();
  await guest.button("Ask to join").click();
  await guest.waits();
});

test("a guest in two tabs is in the newer one until they switch back", async ({
  cast,
  host,
  guest,
}) => {
  const show = await host.makesShow();
  const link = await host.invitesByApi(show);
  await guest.knocks(link);
  const second = await cast.tabOf(guest);
  await second.opensInvite(link);
  await second.waits();
  await guest.isTold("You joined in another tab.");
  await guest.button("Use this tab").click();
  await guest.waits();
  await second.isTold("You joined in another tab.");
  await expect(second.button("Use this tab")).toBeVisible();

  await test.step("also if the other tab was still connecting", async () => {
    const slow = await cast.tabOf(guest);
    await slow.connectsForever();
    await slow.opensInvite(link);
    await guest.isTold("You joined in another tab.");
    await guest.button("Use this tab").click();
    await slow.isTold("You joined in another tab.");
    await guest.waits();
  });
});
