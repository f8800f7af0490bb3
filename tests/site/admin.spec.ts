import { goLive } from "@/lib/contracts/livestreams";
import { sql } from "../support/api/database";
import { expectAccessible } from "../support/browser/accessible";
import type { Persona } from "../support/browser/people/persona";
import { expect, test } from "../support/browser/test";

const phone = { viewport: { width: 390, height: 844 } };
const makeAdmin = (id: string) => sql("update accounts set role = 'admin' where id = $1", [id]);

/** The page fits the phone's width, and axe finds no barrier. */
async function fits(person: Persona, state: string) {
  const width = await person.page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, state).toBeLessThanOrEqual(390);
  await expectAccessible(person, state);
}

test("on a phone, an admin suspends an account and ends a show; its creator reads the reason", async ({
  cast,
  castIn,
}) => {
  const admin = await castIn(phone).host("Alan Admin");
  await makeAdmin(admin.account.id);
  const creator = await cast.host("Hanna");
  const spammer = await cast.host("Mallory");
  const show = await creator.makesShow();
  await creator.account.api.ok(goLive, { params: { mint: show.mint } });
  const { page } = admin;
  const row = (text: string) =>
    page.getByRole("main").getByRole("listitem").filter({ hasText: text });
  const dialog = page.getByRole("dialog");
  const search = async (text: string) => {
    await page.getByRole("searchbox", { name: "Search" }).fill(text);
    await page.getByRole("searchbox", { name: "Search" }).press("Enter");
    await expect(page).toHaveURL((url) => url.searchParams.get("q") === text);
  };

  await test.step("the account menu leads to the first section", async () => {
    await admin.opens("/");
    await admin.button("Account of Alan Admin").click();
    await page.getByRole("menuitem", { name: "Admin" }).click();
    await expect(page).toHaveURL(/\/admin\/accounts$/);
    await fits(admin, "accounts");
  });

  await test.step("finds an account and suspends it with a reason", async () => {
    const { email } = spammer.account;
    await search(email);
    await expect(row(email)).toHaveCount(1);
    await admin.button("Actions for Mallory").click();
    await fits(admin, "an account's actions");
    await page.getByRole("menuitem", { name: "Suspend" }).click();
    await dialog.getByRole("button", { name: "Suspend" }).click();
    await expect(dialog.getByText("Enter a reason.")).toBeVisible();
    await fits(admin, "suspending");
    await dialog.getByLabel("Reason").fill("Spam in several chats");
    await dialog.getByRole("button", { name: "Suspend" }).click();
    await admin.reads("Mallory is suspended.");
    await expect(row(email)).toContainText("Spam in several chats");
    await expect(row(email)).not.toContainText("No recent session");
  });

  await test.step("the suspended person is signed out, and reads why when they sign in", async () => {
    await spammer.opens("/account");
    await expect(spammer.page).toHaveURL(/\/sign-in/);
    await spammer.page.getByLabel("Email").fill(spammer.account.email);
    await spammer.page.getByLabel("Password", { exact: true }).fill(spammer.account.password);
    spammer.watch.expects(/status of 401/);
    await spammer.button("Sign in").click();
    await spammer.reads(/An admin suspended this account\. Reason: .*Spam in several chats/);
  });

  await test.step("ends a show with a reason", async () => {
    // The studio may be checking its connection when the show ends.
    creator.watch.expects(/WebSocket|status of 401 .*\/rtc\/v1\/validate/);
    await creator.opensStudio(show);
    await page
      .getByRole("navigation", { name: "Admin" })
      .getByRole("link", { name: "Livestreams" })
      .click();
    await expect(page.getByRole("heading", { name: "Livestreams" })).toBeVisible();
    await search(show.title);
    await expect(row(show.title)).toHaveCount(1);
    await fits(admin, "livestreams");
    await admin.button(`End ${show.title}`).click();
    await dialog.getByLabel("Reason").fill("Shown without a license");
    await dialog.getByRole("button", { name: "End the show" }).click();
    await admin.reads(`${show.title} has ended.`);
    await expect(row(show.title)).toContainText("Ended");
  });

  await test.step("the creator reads the reason in the studio", async () => {
    await creator.isToldTheEnd();
    await creator.reads("An admin of this server ended the show");
    await creator.reads("Shown without a license");
    await creator.button("Event log").click();
    await creator.reads(/Alan Admin.* ended this livestream as an admin/);
    await creator.reads(/Reason: .*Shown without a license/);
  });

  await test.step("both decisions are in the audit log, which a link leads to", async () => {
    await row(show.title).getByRole("link", { name: "Audit log" }).click();
    await expect(row("ended this livestream as an admin")).toContainText("Shown without a license");
    await fits(admin, "audit log");
    await page.getByRole("combobox", { name: "Kind" }).selectOption("Show started");
    await expect(row("Hanna")).toHaveCount(1);
    await expect(row("as an admin")).toHaveCount(0);
    await search("@nobody_at_all");
    await admin.reads("No action matches your search.");
    await page.goBack();
    await expect(page.getByRole("searchbox", { name: "Search" })).toHaveValue(show.mint);
  });

  await test.step("lifts the suspension again", async () => {
    await admin.opens(`/admin/accounts?q=${spammer.account.handle}`);
    await admin.button("Actions for Mallory").click();
    await page.getByRole("menuitem", { name: "Lift suspension" }).click();
    await admin.reads("Mallory can sign in again.");
    await expect(row(spammer.account.email)).not.toContainText("Suspended");
    await admin.opens("/admin/bans");
    await fits(admin, "bans");
  });
});

test("everyone but admins gets the page of an unknown address, and no link to the admin pages", async ({
  cast,
  host,
}) => {
  const visitor = await cast.passerBy();
  for (const person of [host, visitor]) {
    person.watch.expects(/status of 404/);
    for (const path of ["/admin", "/admin/accounts", "/admin/audit-log?q=secret"]) {
      const answer = await person.page.goto(path);
      expect(answer?.status(), path).toBe(404);
      await expect(person.page.getByRole("heading", { name: "Page not found" })).toBeVisible();
      await expect(person.page.getByRole("navigation", { name: "Admin" })).toHaveCount(0);
    }
  }
  await host.opens("/");
  await host.button("Account of Hanna").click();
  await expect(host.page.getByRole("menuitem", { name: "Sign out" })).toBeVisible();
  await expect(host.page.getByRole("menuitem", { name: "Admin" })).toHaveCount(0);
});
