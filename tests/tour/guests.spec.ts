import { sql } from "../support/api/database";
import { expect, test } from "../support/browser/test";
import { photographLive } from "./album";

const title = "Evening show";

test("a guest's way onto the stage and off it", async ({ host, guest }) => {
  const show = await host.goesLive(await host.makesShow({ title }));
  const link = await host.invitesByApi(show);
  await guest.opensInvite(link);
  await expect(guest.page.getByLabel("Your camera")).toBeVisible();
  await photographLive(guest, "join-preview");
  await guest.button("Ask to join").click();
  await guest.reads(/^Enter your name/);
  await photographLive(guest, "join-without-name");
  await guest.knocks(link);
  await guest.seesPictureOf("Hanna");
  await photographLive(guest, "join-waiting");
  await guest.letsTheHostSeeThem(true);
  await host.seesPictureOfWaiting("Ada");
  await photographLive(guest, "join-waiting-in-sight");
  await photographLive(host, "studio-waiting-in-sight");
  await host.admits("Ada");
  await guest.isOnStage();
  await guest.seesPictureOf("Hanna");
  await photographLive(guest, "join-on-stage");
  await photographLive(guest, "join-chat", async (size) => {
    if (size === "phone") await guest.button("Open chat").click();
  });
  await guest.button("Leave").click();
  await photographLive(guest, "join-leave-question");
  await guest.button("Leave the stage").click();
  await guest.isTold("You left.");
  await photographLive(guest, "join-left");
});

test("a guest before the show and in two tabs", async ({ cast, host, guest }) => {
  const show = await host.makesShow({ title });
  const link = await host.invitesByApi(show);
  await guest.knocks(link);
  await photographLive(guest, "join-waiting-before-the-show");
  const second = await cast.tabOf(guest);
  await second.opensInvite(link);
  await second.waits();
  await guest.isTold("You joined in another tab.");
  await photographLive(guest, "join-other-tab");
});

test("a guest who is not admitted, or no longer", async ({ cast, host, guest }) => {
  const show = await host.goesLive(await host.makesShow({ title }));
  const link = await host.invitesByApi(show);
  await guest.knocks(link);
  await host.admits("Ada");
  await guest.isOnStage();
  await host.removes("Ada");
  await guest.isToldRemoved();
  await photographLive(guest, "join-removed");

  const grace = await cast.guest("Grace");
  await grace.knocks(link);
  await host.denies("Grace");
  await grace.isToldDenied();
  await photographLive(grace, "join-denied");

  const stay = await cast.guest("Stella");
  await stay.knocks(link);
  await host.ends();
  await stay.isToldTheEnd();
  await photographLive(stay, "join-ended");
});

test("an invite that does not work", async ({ castWith, host, guest }) => {
  const show = await host.makesShow({ title });
  const link = await host.invitesByApi(show);
  const end = async (address: string, heading: string, name: string) => {
    await guest.opensInvite(address);
    await guest.isTold(heading);
    await photographLive(guest, name);
  };
  await end("/join", "Your invite is missing.", "join-without-invite");
  guest.watch.expects(/status of 404/);
  await end("/join?invite_token=cut-off", "This invite link isn’t valid.", "join-invalid");
  await sql("update invites set revoked_at = now() where mint = $1", [show.mint]);
  await end(link, "This invite was cancelled.", "join-revoked");
  await sql("update invites set revoked_at = null, expires_at = now() where mint = $1", [
    show.mint,
  ]);
  await end(link, "This invite has expired.", "join-expired");

  const forbidden = await castWith(
    (args) => args.filter((arg) => !arg.startsWith("--use-fake-ui")),
    { permissions: [] },
  );
  const nora = await forbidden.guest("Nora");
  await nora.opensInvite(await host.invitesByApi(show));
  await nora.reads("This page can’t use your camera and microphone.");
  await photographLive(nora, "join-preview-refused");
});
