import { signInContext } from "../support/browser/accounts";
import { expect, test } from "../support/browser/test";

test("someone sees where they are signed in, and signs out the other places", async ({ cast }) => {
  const here = await cast.host("Vera");
  const { page } = here;
  const there = await cast.passerBy();
  await there.opens("/sign-in?next=/account");
  await there.page.getByLabel("Email").fill(here.account.email);
  await there.page.getByLabel("Password", { exact: true }).fill(here.account.password);
  await there.page.getByRole("button", { name: "Sign in" }).click();
  await there.reads("Where you’re signed in");

  await test.step("each session has its device, and this one is marked", async () => {
    await here.opens("/account");
    const rows = page.getByRole("region", { name: "Where you’re signed in" }).getByRole("listitem");
    // The third belongs to the test's API client.
    await expect(rows).toHaveCount(3);
    await expect(rows.filter({ hasText: "this session" })).toHaveCount(1);
    await expect(rows.filter({ hasText: /Chrome on Linux/ })).toHaveCount(1);
    await expect(rows.filter({ hasText: "node, through the API" })).toHaveCount(1);
  });

  await test.step("signs out one of them", async () => {
    await page.getByRole("button", { name: "Sign out: Chrome on Linux" }).click();
    // Sessions of the same browser differ in their times.
    await expect(page.getByRole("alertdialog").getByText(/Signed in .* · last used/)).toBeVisible();
    await page.getByRole("alertdialog").getByRole("button", { name: "Sign out" }).click();
    await here.reads("Signed out: Chrome on Linux.");
    await there.reloads();
    await expect(there.page).toHaveURL(/\/sign-in/);
  });

  await test.step("signs out everywhere else", async () => {
    await signInContext(there.page.context(), here.account);
    await there.opens("/account");
    await there.reads("Where you’re signed in");
    await page.getByRole("button", { name: "Sign out everywhere else" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Sign out" }).click();
    await here.reads("You’re signed out everywhere else.");
    await expect(page.getByRole("button", { name: "Sign out everywhere else" })).toHaveCount(0);
    await there.reloads();
    await expect(there.page).toHaveURL(/\/sign-in/);
    await here.reloads();
    await here.reads("this session");
  });
});
