import { postChat } from "@/lib/contracts/chat";
import { goLive } from "@/lib/contracts/livestreams";
import { sql } from "../support/api/database";
import { expectAccessible } from "../support/browser/accessible";
import { makeAccount } from "../support/browser/accounts";
import type { Persona } from "../support/browser/people/persona";
import { addToShow } from "../support/browser/shows";
import { expect, test } from "../support/browser/test";

const phone = { viewport: { width: 390, height: 844 } };

/** The page fits the phone's width, and axe finds no barrier. */
async function fits(person: Persona, state: string) {
  const width = await person.page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, state).toBeLessThanOrEqual(390);
  await expectAccessible(person, state);
}

test("a viewer without an account reports a message and the show; the host dismisses, and an admin decides about both", async ({
  cast,
  castIn,
  host,
}) => {
  const show = await host.makesShow();
  const { mint } = show;
  await host.account.api.ok(goLive, { params: { mint } });
  const spammer = await makeAccount("Mallory");
  await spammer.api.ok(postChat, { params: { mint }, body: { text: "Buy followers now" } });
  const mo = await cast.signedInViewer("Mo");
  if (mo.account) await addToShow(show, mo.account, "moderator");
  const viewer = await castIn(phone).viewer();
  const note = (person: Persona) => person.chat.getByText("Reported once: Spam or advertising");

  await test.step("the host and a moderator see the chat, without reports", async () => {
    await host.opensStudio(show);
    await host.readsInChat("Buy followers now");
    await mo.watches(show);
    await mo.readsInChat("Buy followers now");
    await expect(note(host)).toHaveCount(0);
  });

  await test.step("on a phone, a viewer reports the message", async () => {
    const { page } = viewer;
    await viewer.watches(show);
    await viewer.reportsMessage("Buy followers now");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Send report" }).click();
    await expect(dialog.getByText("Choose a reason.")).toBeVisible();
    await fits(viewer, "reporting a message");
    await dialog.getByRole("radio", { name: "Spam or advertising" }).check();
    await dialog.getByRole("textbox", { name: "Note for the admins" }).fill("In every chat today");
    await dialog.getByRole("button", { name: "Send report" }).click();
    await viewer.reads("Thanks. The hosts and admins will look at it.");
    await expect(dialog).toHaveCount(0);
  });

  await test.step("and the show, by keyboard", async () => {
    const { page } = viewer;
    const button = viewer.button("Report livestream…");
    await button.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Report this livestream" });
    await dialog.getByRole("radio").first().focus();
    await page.keyboard.press("ArrowDown");
    await expect(dialog.getByRole("radio", { name: "Harassment or hate" })).toBeChecked();
    await page.keyboard.press("Tab");
    await page.keyboard.type("The host shouts at people");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await viewer.reads("Thanks. The admins will look at it.");
    await expect(button).toBeFocused();
  });

  await test.step("both open pages mark the message; the host dismisses the report", async () => {
    await expect(note(host)).toBeVisible();
    await expect(note(mo)).toBeVisible();
    await expectAccessible(host, "a reported message");
    await expect(host.page.getByText("In every chat today")).toHaveCount(0);
    await host.dismissesReportsOf("Buy followers now");
    await expect(note(host)).toHaveCount(0);
    await expect(note(mo)).toHaveCount(0);
  });

  const admin = await castIn(phone).host("Alan Admin");
  await sql("update accounts set role = 'admin' where id = $1", [admin.account.id]);
  const { page } = admin;
  const row = (text: string) =>
    page
      .getByRole("list", { name: "Reports", exact: true })
      .locator("> li")
      .filter({ hasText: text });

  await test.step("the admin sees both, with the note, and deletes the message", async () => {
    await admin.opens(`/admin/reports?q=${mint}`);
    const nav = page.getByRole("navigation", { name: "Admin" });
    await expect(nav.getByRole("link", { name: /^Reports \d+ open$/ })).toBeVisible();
    await expect(row("Buy followers now")).toContainText("In every chat today");
    await expect(row("Buy followers now")).toContainText("Dismissed by the hosts");
    await expect(row("The host shouts at people")).toContainText("Harassment or hate (1)");
    await fits(admin, "reports");
    await row("Buy followers now")
      .getByRole("button", { name: /^Actions for/ })
      .click();
    await fits(admin, "a report's actions");
    await page.getByRole("menuitem", { name: "Delete message" }).click();
    await admin.reads("The message is deleted.");
    await expect(row("Buy followers now")).toContainText("Deleted from the chat");
    await mo.doesNotReadInChat("Buy followers now");
  });

  await test.step("suspends the author, and marks the reports as handled", async () => {
    await row("Buy followers now")
      .getByRole("button", { name: /^Actions for/ })
      .click();
    await page.getByRole("menuitem", { name: "Suspend Mallory" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Reason").fill("Spam");
    await dialog.getByRole("button", { name: "Suspend" }).click();
    await expect(row("Buy followers now")).toContainText("Account suspended");
    await row("Buy followers now")
      .getByRole("button", { name: /^Mark the reports about/ })
      .click();
    await expect(row("Buy followers now")).toContainText("Handled by Alan Admin");
    await expect(row("Buy followers now").locator("p:focus")).toContainText("Handled");
    await admin.reads("The reports about Buy followers now are marked as handled.");
  });

  await test.step("dismisses the other, and finds both among the decided ones and in the audit log", async () => {
    await row("The host shouts at people")
      .getByRole("button", { name: /^Dismiss the reports about/ })
      .click();
    await expect(row("The host shouts at people")).toContainText("Dismissed by Alan Admin");
    await page.getByRole("combobox", { name: "Status" }).selectOption("Resolved");
    await expect(page).toHaveURL(/state=decided/);
    await expect(row("by Alan Admin")).toHaveCount(2);
    await fits(admin, "decided reports");
    await admin.opens(`/admin/audit-log?q=${mint}`);
    await admin.reads(/Alan Admin.* dismissed the reports about this livestream/);
    await admin.reads(/Alan Admin.* marked the reports about a message in this livestream as/);
  });
});
