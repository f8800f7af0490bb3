import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/browser/accessible";
import { unique } from "../support/browser/accounts";
import { expect, test } from "../support/browser/test";
import { aProviderAndApp, type ProviderAndApp } from "../support/own/openid-provider";

let there: ProviderAndApp;
test.beforeAll(async () => {
  there = await aProviderAndApp();
});
test.afterAll(() => there?.stop());

/** The provider's pages take a font from elsewhere, which no test may need. */
async function withoutItsFont({ page }: { page: Page }): Promise<void> {
  const empty = { contentType: "text/css", body: "" };
  await page.context().route(/fonts\.googleapis\.com/, (route) => route.fulfill(empty));
}

const accountMenu = (page: Page) => page.getByRole("button", { name: /^Account of/ });
const section = (page: Page, name: string) => page.getByRole("region", { name });

/** On the provider's own pages: who it is, and that the app may know. */
async function signsInThere(page: Page, login: string): Promise<void> {
  await page.getByPlaceholder("Enter any login").fill(login);
  await page.getByPlaceholder("and password").fill("anything");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
}

async function signsOut(page: Page): Promise<void> {
  await accountMenu(page).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
}

test("a newcomer signs in with the provider, sets a password, unlinks the provider and links it again", async ({
  cast,
}) => {
  const nora = await cast.passerBy();
  await withoutItsFont(nora);
  const { page } = nora;
  const login = unique("nora");
  const email = `${login}@example.org`;
  const password = unique("password");
  const at = (path: string) => there.app.url + path;
  there.people.set(login, { email, email_verified: true, name: "Nora New" });

  await test.step("gets an account, and the page she came from", async () => {
    await nora.opens(at("/sign-up?next=%2Fstudio"));
    await expectAccessible(nora, "sign-up with a provider");
    await nora.button("Continue with Example ID").click();
    await signsInThere(page, login);
    await expect(page.getByRole("heading", { name: "My livestreams" })).toBeVisible();
    await expect(page.getByRole("button", { name: /^Account of Nora New/ })).toBeVisible();
  });

  await test.step("can set a password, but not unlink her only way to sign in", async () => {
    await nora.opens(at("/account"));
    await nora.reads("This is your only way to sign in.");
    await nora.reads(`With one, you can also sign in with ${email}.`);
    await expect(nora.button("Unlink")).toHaveCount(0);
    await expect(nora.button("Change email")).toHaveCount(0);
    await expectAccessible(nora, "an account without a password");
    await section(page, "Password").getByLabel("New password").fill(password);
    await nora.button("Set password").click();
    await nora.reads("Your password was set.");
    await expect(nora.button("Change password")).toBeVisible();
    await expect(nora.button("Change email")).toBeVisible();
  });

  await test.step("unlinks it; from then on it does not sign in to her account", async () => {
    await nora.button("Unlink").click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Unlink" }).click();
    await nora.reads("Example ID was unlinked.");
    await expect(nora.button("Link Example ID")).toBeVisible();
    await signsOut(page);
    await nora.opens(at("/sign-in?next=%2Faccount"));
    await nora.button("Continue with Example ID").click();
    await nora.reads("There’s already an account with your email address.");
  });

  await test.step("signs in with the password, and links it with the password", async () => {
    await page.getByLabel("Email").fill(email);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    const linking = section(page, "Sign in with Example ID");
    nora.watch.expects(/status of 403/);
    await linking.getByLabel("Your password").fill("not the password");
    await nora.button("Link Example ID").click();
    await nora.reads("The current password is wrong.");
    await linking.getByLabel("Your password").fill(password);
    await nora.button("Link Example ID").click();
    await nora.reads(/^Linked since/);
    await expect(page).toHaveURL(/\/account#linked-identity$/);
    await signsOut(page);
    await nora.opens(at("/sign-in"));
    await nora.button("Continue with Example ID").click();
    await expect(accountMenu(page)).toBeVisible();
  });
});

test("where the provider says no or is down, the sign-in page says so and stays usable", async ({
  cast,
  host,
}) => {
  const somebody = await cast.passerBy();
  await withoutItsFont(somebody);
  const { page } = somebody;
  const signIn = `${there.app.url}/sign-in?next=%2Fstudio`;

  await test.step("Cancel at the provider", async () => {
    await somebody.opens(signIn);
    await somebody.button("Continue with Example ID").click();
    await page.getByRole("link", { name: "Cancel" }).click();
    await somebody.reads("Example ID didn’t sign you in. Try again.");
    await expectAccessible(somebody, "sign-in after the provider's refusal");
  });

  await test.step("no answer from the provider", async () => {
    await there.goesDown();
    await somebody.button("Continue with Example ID").click();
    await somebody.reads("Example ID isn’t responding. Try again in a few minutes.");
    await page.waitForLoadState();
  });

  await test.step("the password still works, and leads where the link did", async () => {
    await page.getByLabel("Email").fill(host.account.email);
    await page.getByLabel("Password", { exact: true }).fill(host.account.password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByRole("heading", { name: "My livestreams" })).toBeVisible();
    expect(new URL(page.url()).pathname).toBe("/studio");
  });

  await test.step("a server without a provider says nothing of it", async () => {
    const visitor = await cast.passerBy();
    await visitor.opens("/sign-in?error=OAuthSignin");
    await expect(visitor.page.getByRole("button", { name: "Sign in" })).toBeVisible();
    await expect(visitor.page.getByText(/Continue with|isn’t responding/)).toHaveCount(0);
  });
});
