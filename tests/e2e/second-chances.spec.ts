import { expectAccessible } from "../support/browser/accessible";
import { test } from "../support/browser/test";

test("a denial, a removal and a ban are undone from the toast and from the list", async ({
  host,
  guest,
  signedInViewer: viewer,
}) => {
  const show = await host.goesLive();
  await guest.knocks(await host.invites());
  await host.seesReady("Ada");
  // The denied page closes its connection, and asks with a token that is now void.
  guest.watch.expects(/status of 40|WebSocket|signal|invalid-room-token/i);

  await test.step("a denial is undone from its toast, and the open page waits again", async () => {
    await host.denies("Ada");
    await guest.isToldDenied();
    await host.reads("Ada was denied.");
    await expectAccessible(host, "undo");
    await host.undoes();
    await guest.waits();
    await host.seesReady("Ada");
  });

  await test.step("a denial is undone later, from the list", async () => {
    await host.denies("Ada");
    await guest.isToldDenied();
    // The empty waiting list leads to them.
    await host.button("Denied and banned (1)").click();
    await expectAccessible(host, "denied and banned");
    await host.button("Return Ada to the waiting room").click();
    await host.reads("Ada will be back in the waiting room once their page reconnects.");
    await host.reads("No one has been denied, removed or banned.");
    await host.closesRestrictions();
    await guest.waits();
  });

  await test.step("a guest removed from the stage waits again, and can be admitted", async () => {
    await host.admits("Ada");
    await guest.isOnStage();
    await host.removes("Ada");
    await guest.isToldRemoved();
    await host.undoes();
    await guest.waits();
    await host.seesReady("Ada");
    await host.admits("Ada");
    await guest.isOnStage();
  });

  await test.step("a banned viewer can watch again once the ban is lifted", async () => {
    await viewer.watches(show);
    await viewer.seesPictureOf("Hanna");
    await viewer.appears();
    await host.seesAmongPeople("Vera");
    viewer.watch.expects(/status of 403/);
    await host.bans("Vera", "Spam");
    await viewer.reads("You can’t watch it with this account.");
    await host.opensRestrictions();
    await host.reads("Reason: Spam");
    await host.button("Lift the ban on Vera").click();
    await host.reads("Vera is no longer banned.");
    await host.closesRestrictions();
    await viewer.reloads();
    await viewer.seesPictureOf("Hanna");
  });

  await test.step("the event log lists every decision, with the host who made it", async () => {
    await host.log.says([
      "Hanna started the show",
      "Hanna denied Ada (guest)",
      "Hanna returned Ada (guest) to the waiting room",
      "Hanna admitted Ada (guest) to the stage",
      "Hanna removed Ada (guest)",
      "Hanna banned Vera",
      "Reason: Spam",
      "Hanna lifted the ban on Vera",
    ]);
  });
});
