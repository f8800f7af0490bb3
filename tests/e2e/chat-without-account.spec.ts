import { expect } from "@playwright/test";
import { expectAccessible } from "../support/browser/accessible";
import { test } from "../support/browser/test";

test("viewers write without an account where the host allows it, marked and moderated", async ({
  host,
  viewer,
}) => {
  const show = await host.goesLive();
  await viewer.watches(show);
  await viewer.isInvitedToSignIn();

  await test.step("the host allows it, and the open page offers it at once", async () => {
    await host.opensChatSettings();
    await expectAccessible(host, "chat settings");
    await host.closesChatSettings();
    await host.switchesChatWithoutAccount(true);
    await viewer.reads("Your name is marked “No account”.");
    await expectAccessible(viewer, "chat without an account");
  });

  await test.step("the name of a host is refused, with the message kept", async () => {
    viewer.watch.expects(/status of 400/);
    await viewer.triesToSayAs("hanna", "good evening");
    await viewer.isToldInChat(/A host has this name/);
    await viewer.saysAs("Vic", "good evening");
  });

  await test.step("everyone sees that the author has no account", async () => {
    await host.readsInChat("good evening");
    await expect(host.messages.getByText("No account", { exact: true })).toBeVisible();
  });

  await test.step("the browser is still the same person after a reload", async () => {
    await viewer.reloads();
    await viewer.reads("You’re chatting as Vic, without an account.");
    await viewer.says("still here");
    await expectAccessible(viewer, "chatting without an account");
  });

  await test.step("a host mutes and bans them, and takes it back", async () => {
    viewer.watch.expects(/status of 403/);
    await host.readsInChat("still here");
    await host.bansAuthorOf("still here", "Vic");
    await viewer.triesToSay("one more");
    await viewer.isToldInChat(/banned/);
    await host.undoes();
    await host.mutesAuthorOf("still here", "Vic");
    await viewer.triesToSay("one more thing");
    await viewer.isToldInChat(/muted/);
    await host.unmutesAuthorOf("still here", "Vic");
  });

  await test.step("once the host turns it off, the page offers to sign in", async () => {
    await host.switchesChatWithoutAccount(false);
    await viewer.isInvitedToSignIn();
    await viewer.readsInOrder(["good evening", "still here"]);
  });
});
