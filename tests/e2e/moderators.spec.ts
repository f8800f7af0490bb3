import { expect } from "@playwright/test";
import { expectAccessible } from "../support/browser/accessible";
import { test } from "../support/browser/test";

test("a moderator looks after the chat on the watch page, for as long as they have the role", async ({
  cast,
  host,
  signedInViewer: vera,
}) => {
  const show = await host.goesLive();
  const mo = await cast.signedInViewer("Mo");
  await mo.watches(show);
  await vera.watches(show);
  await vera.says("something rude");
  await vera.says("sorry");
  await mo.readsInChat("sorry");
  await mo.hasNoChatTools("something rude");

  await test.step("the creator gives them the role, and the open page has the tools", async () => {
    await host.givesRole(`@${mo.account?.handle}`, "Moderator");
    await expectAccessible(host, "members");
    await host.closesDialog();
    await mo.opensChatSettings();
    await mo.reads("No one is banned.");
    await expectAccessible(mo, "chat settings of a moderator");
    await mo.closesChatSettings();
    await expect(mo.page.getByRole("link", { name: "Open studio" })).toHaveCount(0);
  });

  await test.step("everyone sees who moderates, and slow mode does not slow them", async () => {
    await mo.choosesSlowMode("10 seconds between messages");
    await mo.says("be kind");
    await mo.says("please");
    await vera.readsInChat("please");
    await expect(vera.messages.getByText("Moderator", { exact: true })).toBeVisible();
  });

  await test.step("viewers read how long they have to wait", async () => {
    await vera.reads("Slow mode: one message every 10 s");
    // Refused, unless their last message is ten seconds old by now.
    vera.watch.expects(/status of 429/);
    await vera.triesToSay("again");
    await vera.isToldInChat(/You can send another message in \d+ s\./);
    await mo.choosesSlowMode("Off");
    await expect(vera.chat.getByText("Slow mode:")).toHaveCount(0);
  });

  await test.step("they delete, mute, ban and lift the ban", async () => {
    await mo.deletesMessage("something rude");
    await vera.doesNotReadInChat("something rude");
    await mo.mutesAuthorOf("sorry", "Vera");
    await mo.unmutesAuthorOf("sorry", "Vera");
    vera.watch.expects(/status of 403/);
    await mo.bansAuthorOf("sorry", "Vera");
    await vera.reads("You can’t watch it with this account.");
    await mo.opensChatSettings();
    await expectAccessible(mo, "banned people");
    await mo.button("Lift the ban on Vera").click();
    await mo.reads("Vera is no longer banned.");
    await mo.closesChatSettings();
    await vera.reloads();
    await vera.readsInChat("sorry");
  });

  await test.step("once the role is taken, the tools are gone from the open page", async () => {
    await host.opensMembers();
    await host.takesRole("Mo");
    await mo.hasNoChatTools("sorry");
    await mo.says("so long");
  });
});
