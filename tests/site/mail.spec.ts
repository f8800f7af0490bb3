import type { AnotherApp } from "../support/api/another-app";
import { anAppWithMail, linkIn, type Mailbox } from "../support/api/mailbox";
import { expectAccessible } from "../support/browser/accessible";
import { unique } from "../support/browser/accounts";
import { expect, test } from "../support/browser/test";

// They share a Greenroom of their own, which sends mail.
test.describe.configure({ mode: "default" });

let app: AnotherApp;
let mailbox: Mailbox;
test.beforeAll(async () => {
  ({ app, mailbox } = await anAppWithMail());
});
test.afterAll(async () => {
  await app?.stop();
  await mailbox?.closes();
});

test("someone forgets their password, is mailed a link and signs in with a new one", async ({
  cast,
}) => {
  const nora = await cast.host("Nora");
  const { email } = nora.account;
  const elsewhere = await cast.passerBy();
  const { page } = elsewhere;
  const password = unique("new password");

  await test.step("the sign-in page leads to the form, by keyboard", async () => {
    await elsewhere.opens(`${app.url}/sign-in`);
    await page.getByRole("link", { name: "Forgot your password?" }).press("Enter");
    await expect(page.getByRole("heading", { name: "Forgot your password?" })).toBeVisible();
    await page.getByRole("button", { name: "Send link" }).click();
    await elsewhere.reads("Enter your email address.");
    await expect(page.getByLabel("Email")).toBeFocused();
    await expectAccessible(elsewhere, "the form for a forgotten password");
    await page.getByLabel("Email").fill(email);
    await page.getByLabel("Email").press("Enter");
    await elsewhere.reads("Check your email");
    await elsewhere.reads(`If there’s an account with ${email}`);
    await expect(page.locator(":focus")).toContainText("Check your email");
    await expectAccessible(elsewhere, "the answer to a forgotten password");
  });

  await test.step("the mailed link sets a new password and signs in", async () => {
    await elsewhere.opens(linkIn(await mailbox.letterTo(email)).href);
    await page.getByLabel("New password").fill(password);
    await page.getByRole("button", { name: "Set password" }).click();
    await expect(page.getByRole("button", { name: /^Account of Nora/ })).toBeVisible();
    expect(page.url()).not.toContain("#");
  });

  await test.step("the used link leads to a new one", async () => {
    await nora.opens(linkIn(await mailbox.letterTo(email)).href);
    await nora.reads("This link has expired or was already used.");
    await nora.page.getByRole("link", { name: "Get a new link" }).click();
    await expect(nora.page).toHaveURL(`${app.url}/forgot-password`);
  });
});

test("someone creates an account with the mailed link and continues where they were", async ({
  cast,
}) => {
  const mia = await cast.passerBy();
  const { page } = mia;
  const handle = unique("mia").slice(0, 20);
  const email = `${handle}@example.org`;
  const password = unique("password");

  await test.step("the form says to look for the mail, and no account exists yet", async () => {
    await mia.opens(`${app.url}/sign-up?next=%2Fstudio`);
    await page.getByLabel("Name").fill("Mia");
    await page.getByLabel("Handle").fill(handle);
    await page.getByLabel("Email").fill(email);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Create account" }).click();
    await mia.reads("Check your email");
    await mia.reads(`We’ve sent a link to ${email}.`);
    await expectAccessible(mia, "a sign-up that waits for its link");
  });

  await test.step("the link needs the password", async () => {
    await mia.opens(linkIn(await mailbox.letterTo(email)).href);
    await expectAccessible(mia, "the link of a sign-up");
    mia.watch.expects(/status of 403/);
    await page.getByLabel("Password", { exact: true }).fill("not the password");
    await page.getByRole("button", { name: "Create account" }).click();
    await mia.reads("Enter the password you chose when you signed up.");
    await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Create account" }).click();
    await expect(page).toHaveURL(`${app.url}/studio`);
    await expect(page.getByRole("button", { name: /^Account of Mia/ })).toBeVisible();
  });
});

test("a new email address counts once its mailed link is opened", async ({ cast }) => {
  const vera = await cast.host("Vera");
  const { page } = vera;
  const { account } = vera;
  const phone = await cast.passerBy();
  const email = `${unique("vera")}@example.org`;
  const address = page.getByRole("region", { name: "Email" });

  await test.step("until then, the previous one stays", async () => {
    await vera.opens(`${app.url}/account`);
    await address.getByLabel("New email").fill(email);
    await address.getByLabel("Your password").fill(account.password);
    await address.getByRole("button", { name: "Change email" }).click();
    await vera.reads(`We’ve sent a link to ${email}.`);
    await expect(address.getByText(`You sign in with ${account.email}.`)).toBeVisible();
    await expectAccessible(vera, "an email address that waits for its link");
  });

  await test.step("the link works on another device, and the previous address is told", async () => {
    await phone.opens(linkIn(await mailbox.letterTo(email)).href);
    await expectAccessible(phone, "the link to a new email address");
    await phone.page.getByRole("button", { name: "Confirm email" }).click();
    await phone.reads(`You now sign in with ${email}.`);
    await mailbox.letterTo(account.email);
    await vera.reloads();
    await expect(address.getByText(`You sign in with ${email}.`)).toBeVisible();
  });
});
