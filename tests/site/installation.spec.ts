import type { Page } from "@playwright/test";
import { changeSettings } from "@/lib/contracts/admin/installation";
import { expectAccessible } from "../support/browser/accessible";
import { unique } from "../support/browser/accounts";
import type { Persona } from "../support/browser/people/persona";
import { expect, test } from "../support/browser/test";
import { anInstallation, type OwnInstallation } from "../support/own/installation";

// They share a Greenroom of their own, whose settings they change.
test.describe.configure({ mode: "default" });

const phone = { viewport: { width: 390, height: 844 } };

let mine: OwnInstallation;
test.beforeAll(async () => {
  mine = await anInstallation();
});
test.afterAll(() => mine?.stop());

/** The page fits the phone's width, and axe finds no barrier. */
async function fits(person: Persona, state: string) {
  const width = await person.page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, state).toBeLessThanOrEqual(390);
  await expectAccessible(person, state);
}

const section = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const save = (page: Page, name: string) =>
  section(page, name).getByRole("button", { name: "Save" }).click();

async function signsIn({ page }: Persona, { email, password } = mine.founder) {
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("button", { name: /^Account of/ })).toBeVisible();
}

test("on a phone, an admin names the server and writes its imprint; a visitor sees both", async ({
  castIn,
  cast,
}) => {
  const admin = await castIn(phone).passerBy();
  const visitor = await cast.passerBy();
  const { page } = admin;
  await admin.opens(`${mine.app.url}/sign-in?next=/admin/settings`);
  await signsIn(admin);

  await test.step("the navigation is one row, with the section in sight", async () => {
    const link = page.getByRole("navigation", { name: "Admin" }).getByRole("link");
    await expect(link.filter({ hasText: "Settings" })).toBeInViewport({ ratio: 1 });
    const tops = await link.evaluateAll((all) =>
      all.map((each) => each.getBoundingClientRect().top),
    );
    expect(new Set(tops).size).toBe(1);
    await fits(admin, "settings");
  });

  await test.step("the name changes in the header and the title", async () => {
    admin.watch.expects(/status of 400/);
    await section(page, "General").getByLabel("Name").fill("");
    await save(page, "General");
    await admin.reads("Can’t be empty.");
    await section(page, "General").getByLabel("Name").fill("Analytical Society");
    await save(page, "General");
    await admin.reads("Your changes were saved.");
    await expect(page.getByRole("banner")).toContainText("Analytical Society");
    await expect(page).toHaveTitle("Settings · Analytical Society");
  });

  await test.step("a visitor reads the imprint", async () => {
    await section(page, "Legal").getByLabel("Imprint").fill("Ada Lovelace\n\nhttps://example.com/");
    await save(page, "Legal");
    await expect(
      page.getByRole("contentinfo").getByRole("link", { name: "Imprint" }),
    ).toBeVisible();
    await visitor.opens(mine.app.url);
    await expect(visitor.page).toHaveTitle("Analytical Society");
    await visitor.page.getByRole("link", { name: "Imprint" }).click();
    await expect(visitor.page.getByRole("heading", { name: "Imprint" })).toBeVisible();
    await expect(visitor.page.getByRole("link", { name: "https://example.com/" })).toBeVisible();
    await expectAccessible(visitor, "the imprint");
    await expect(visitor.page.getByRole("link", { name: "Privacy policy" })).toHaveCount(0);
  });

  await test.step("what someone else changed meanwhile is not undone; what was typed stays", async () => {
    await mine.admin.ok(changeSettings, { body: { imprint: "Ada Lovelace, London" } });
    const privacy = section(page, "Legal").getByLabel("Privacy policy");
    await privacy.fill("We keep nothing.");
    admin.watch.expects(/status of 409/);
    await save(page, "Legal");
    await admin.reads("Someone else changed the settings. Reload to see them.");
    await expect(privacy).toHaveValue("We keep nothing.");
    await page.reload();
    await expect(section(page, "Legal").getByLabel("Imprint")).toHaveValue("Ada Lovelace, London");
  });

  await test.step("keeping less has to be confirmed", async () => {
    const chats = section(page, "Retention").getByLabel("Chats");
    await chats.fill("thirty");
    await save(page, "Retention");
    await admin.reads("Enter 1 to 3,650 days, or nothing to keep it forever.");
    await chats.fill("30");
    await save(page, "Retention");
    const dialog = page.getByRole("alertdialog");
    await expect(dialog).toContainText("Everything older is deleted for good: chats.");
    await fits(admin, "keeping less");
    await dialog.getByRole("button", { name: "Save and delete" }).click();
    await expect(dialog).toBeHidden();
    await page.reload();
    await expect(chats).toHaveValue("30");
    await chats.fill("");
    await save(page, "Retention");
    await expect(page.getByText("Your changes were saved.").first()).toBeVisible();
    await expect(dialog).toBeHidden();
  });
});

test("an admin closes the sign-up and creates a link; a newcomer signs up with it, once", async ({
  cast,
}) => {
  const admin = await cast.passerBy();
  const newcomer = await cast.passerBy();
  const late = await cast.passerBy();
  const { page } = admin;
  await admin.opens(`${mine.app.url}/sign-in?next=/admin/settings`);
  await signsIn(admin);
  const dialog = page.getByRole("dialog");
  let link = "";

  await test.step("closes it and creates a link, shown once", async () => {
    await section(page, "Sign-up").getByLabel("People with a sign-up link").check();
    await save(page, "Sign-up");
    await admin.reads("Your changes were saved.");
    await page.getByRole("button", { name: "New link" }).click();
    await dialog.getByRole("button", { name: "Create link" }).click();
    await expect(dialog.getByText("Enter a label.")).toBeVisible();
    await expectAccessible(admin, "a new sign-up link");
    await dialog.getByLabel("Label").fill("For Nora");
    await dialog.getByRole("button", { name: "Create link" }).click();
    link = await dialog.getByLabel("Sign-up link").inputValue();
    await expectAccessible(admin, "the sign-up link");
    await dialog.getByRole("button", { name: "Done" }).click();
    await expect(section(page, "Sign-up links").getByRole("listitem")).toContainText(
      "Used 0 of 1 time",
    );
  });

  await test.step("without the link, the page says what it takes", async () => {
    await newcomer.opens(`${mine.app.url}/sign-up#main`);
    await newcomer.reads("You need a sign-up link to create an account here.");
    await expect(newcomer.page.getByLabel("Email")).toHaveCount(0);
    await expectAccessible(newcomer, "the sign-up without a link");
  });

  const fills = async ({ page: form }: Persona) => {
    const handle = unique("n");
    await form.getByLabel("Name").fill("Nora");
    await form.getByLabel("Handle").fill(handle);
    await form.getByLabel("Email").fill(`${handle}@example.org`);
    await form.getByLabel("Password", { exact: true }).fill("long enough");
    await form.getByRole("button", { name: "Create account" }).click();
  };

  await test.step("with it, the newcomer gets an account; the next one does not", async () => {
    await newcomer.opens(link);
    await fills(newcomer);
    await expect(newcomer.page.getByRole("button", { name: "Account of Nora" })).toBeVisible();
    await late.opens(link);
    await late.reads("This sign-up link has expired or was already used.");
  });

  await test.step("the admin sees that it is used up, and revokes it", async () => {
    await page.reload();
    const row = section(page, "Sign-up links").getByRole("listitem");
    await expect(row).toContainText("Used up");
    await row.getByRole("button", { name: "Revoke For Nora" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }).click();
    await admin.reads("For Nora was revoked.");
    await admin.opens(`${mine.app.url}/admin/audit-log`);
    await admin.reads("Founder revoked the sign-up link “For Nora”");
    await admin.reads("Founder changed settings of this server: sign-up");
  });

  await mine.admin.ok(changeSettings, { body: { signUp: "open" } });
});
