import { sql } from "../support/api/database";
import { expect, test } from "../support/browser/test";

test("a revoked invite says so, to guests who wait and guests who arrive", async ({
  cast,
  host,
  guest,
}) => {
  await host.goesLive();
  const link = await host.invites();
  await guest.knocks(link);
  await host.sees("Ada");
  await host.revokesTheInvite();
  await guest.isTold("This invite was cancelled.");
  await host.seesNobodyWaiting();

  const late = await cast.guest("Late");
  await late.opensInvite(link);
  await late.isTold("This invite was cancelled.");
});

test("expired, invalid and missing invites each say what is wrong", async ({ host, guest }) => {
  const show = await host.makesShow();
  const link = await host.invitesByApi(show);

  await guest.opensInvite(link);
  await expect(guest.page.getByRole("button", { name: "Ask to join" })).toBeVisible();
  expect(guest.page.url(), "the key is no longer in the URL").not.toContain("invite_token");

  // Only time does this, and an invite lasts a minute at least.
  await sql("update invites set expires_at = now() where mint = $1", [show.mint]);
  await guest.reloads();
  await guest.isTold("This invite has expired.");

  guest.watch.expects(/status of 404/);
  await guest.opensInvite("/join?invite_token=cut-off");
  await guest.isTold("This invite link isn’t valid.");
});

test("a host without access to camera and microphone is told so, and goes on air without them", {
  tag: "@whole-browser",
}, async ({ castWith }) => {
  const cast = await castWith((args) => args.filter((arg) => !arg.startsWith("--use-fake-ui")), {
    permissions: [],
  });
  const host = await cast.host("Hanna");
  const show = await host.makesShow();
  await host.opensStudio(show);
  await host.reads("This page can’t use your camera and microphone.");
  await host.button("Continue without camera").click();
  await host.button("Continue without microphone").click();
  await host.button("Go live").click();
  await expect(host.page.getByText("You’re on air")).toBeVisible();

  const viewer = await cast.viewer();
  await viewer.watches(show);
  await viewer.seesCameraOffOf("Hanna");
  await viewer.seesMicrophoneOffOf("Hanna");
  await host.seesWatching(1);
});
