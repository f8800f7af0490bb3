import { unique } from "../support/browser/accounts";
import { holdBack } from "../support/browser/hold-back";
import { expect, test } from "../support/browser/test";

test("a person creates an account, signs out, and returns", async ({ cast }) => {
  const somebody = await cast.passerBy();
  const { page } = somebody;
  const password = unique("password");
  const email = `${unique("b")}@example.org`;

  await test.step("creates an account", async () => {
    await somebody.opens("/");
    await page.getByRole("link", { name: "Create account" }).click();
    await page.getByLabel("Name").fill(unique("Nora New"));
    await page.getByLabel("Email").fill(email);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Create account" }).click();
    await expect(page.getByRole("button", { name: /^Account of Nora New/ })).toBeVisible();
  });

  await test.step("signs out", async () => {
    await page.getByRole("button", { name: /^Account of/ }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
  });

  await test.step("is told that the password is wrong", async () => {
    await page.getByRole("link", { name: "Sign in" }).click();
    await page.getByLabel("Email").fill(email);
    await page.getByLabel("Password", { exact: true }).fill("not the password");
    somebody.watch.expects(/status of 401/);
    await page.getByRole("button", { name: "Sign in" }).click();
    await somebody.reads("Wrong email address or password.");
    await expect(page.getByLabel("Email")).toHaveValue(email);
  });

  await test.step("signs in", async () => {
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("button", { name: /^Account of Nora New/ })).toBeVisible();
  });

  await test.step("the session survives a reload", async () => {
    await somebody.reloads();
    await expect(page.getByRole("button", { name: /^Account of Nora New/ })).toBeVisible();
  });
});

test("text that is typed before the page’s scripts run is kept, and the page says if they are late", async ({
  cast,
}) => {
  const { page } = await cast.passerBy();
  const letGo = await holdBack(page, /_next\/static\/chunks\/.*\.js/);
  await page.goto("/sign-up", { waitUntil: "commit" });
  await page.getByLabel("Name").fill("Nora New");
  await page.getByLabel("Name").press("Enter");
  await page.getByRole("button", { name: "Create account" }).click();
  const late = page.getByText("This page didn’t load completely.");
  await expect(late).toBeHidden();
  await page.evaluate(() => {
    for (const each of document.getAnimations()) each.finish();
  });
  await expect(late).toBeVisible();
  await letGo();
  await expect(page.getByLabel("Handle")).toHaveValue(/^nora_?new/);
  await expect(page.getByLabel("Name")).toHaveValue("Nora New");
  await expect(late).toHaveCount(0);
});

test("a signed-out visitor is asked to sign in, and then gets to the page", async ({
  cast,
  host,
}) => {
  const somebody = await cast.passerBy();
  const { page } = somebody;
  await somebody.opens("/studio");
  await page.getByLabel("Email").fill(host.account.email);
  await page.getByLabel("Password", { exact: true }).fill(host.account.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "My livestreams" })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe("/studio");
});
