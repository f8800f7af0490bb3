import { sql } from "../support/api/database";
import { signInContext, unique } from "../support/browser/accounts";
import { expect, test } from "../support/browser/test";

test("someone forgets their password, gets a link from an admin and signs in again", async ({
  cast,
  host,
}) => {
  await sql("update accounts set role = 'admin' where id = $1", [host.account.id]);
  const newcomer = await cast.host("Nora");
  const { account } = newcomer;
  const elsewhere = await cast.passerBy();
  const password = unique("new password");
  let link = "";

  await test.step("the sign-in page says whom to ask", async () => {
    await elsewhere.opens("/sign-in");
    await elsewhere.page.getByRole("link", { name: "Forgot your password?" }).click();
    await elsewhere.reads(
      "Ask an admin of this server for a reset link, and tell them your handle",
    );
    await elsewhere.reads("npm run greenroom -- reset-password handle");
  });

  await test.step("the admin creates a link", async () => {
    await host.opens(`/admin/accounts?q=${encodeURIComponent(account.email)}`);
    await host.button("Actions for Nora").click();
    await host.page.getByRole("menuitem", { name: "Create reset link" }).click();
    const dialog = host.page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Create reset link" }).click();
    link = await dialog.getByLabel(`Reset link for @${account.handle}`).inputValue();
  });

  const secret = new URL(link).hash.slice(1);
  const sent: string[] = [];
  elsewhere.page.on("request", (request) => {
    // A request's URL is reported with its fragment, which is not sent.
    sent.push(request.url().split("#")[0] ?? "", request.headers().referer ?? "");
  });

  await test.step("the link sets a new password and signs in", async () => {
    await elsewhere.opens(link);
    const { page } = elsewhere;
    await page.getByLabel("New password").fill("short");
    elsewhere.watch.expects(/status of 400/);
    await page.getByRole("button", { name: "Set password" }).click();
    await elsewhere.reads("Must have at least 10 characters.");
    await page.getByLabel("New password").fill(password);
    await page.getByRole("button", { name: "Set password" }).click();
    await expect(page.getByRole("button", { name: /^Account of Nora/ })).toBeVisible();
    expect(page.url()).not.toContain("#");
  });

  await test.step("the link's secret is in no URL and no referrer that the browser sends", async () => {
    expect(sent.filter(Boolean).length).toBeGreaterThan(5);
    expect(sent.filter((text) => text.includes(secret))).toEqual([]);
  });

  await test.step("the session of the old password is signed out", async () => {
    await newcomer.opens("/account");
    await expect(newcomer.page).toHaveURL(/\/sign-in/);
  });

  await test.step("the used link says so when it opens", async () => {
    await newcomer.opens(link);
    await newcomer.reads("This link has expired or was already used.");
    await newcomer.reads("Ask an admin of this server for a reset link");
    await expect(newcomer.page.getByLabel("New password")).toHaveCount(0);
  });
});

test("changing the password keeps this session and ends the others", async ({ cast }) => {
  const here = await cast.host("Vera");
  const { account } = here;
  const there = await cast.passerBy();
  await signInContext(there.page.context(), account);
  const password = unique("new password");
  const { page } = here;
  await here.opens("/account");

  await test.step("a wrong current password is shown at its field", async () => {
    here.watch.expects(/status of 403/);
    await page.getByLabel("Current password").fill("not the password");
    await page.getByLabel("New password").fill(password);
    await page.getByRole("button", { name: "Change password" }).click();
    await here.reads("The current password is wrong.");
    await expect(page.getByLabel("Current password")).toBeFocused();
  });

  await test.step("the right one changes it", async () => {
    await page.getByLabel("Current password").fill(account.password);
    await page.getByRole("button", { name: "Change password" }).click();
    await here.reads("Your password was changed. You’re signed out everywhere else.");
    await here.reloads();
    await expect(page.getByRole("button", { name: /^Account of Vera/ })).toBeVisible();
  });

  await test.step("the other browser is signed out", async () => {
    await there.opens("/account");
    await expect(there.page).toHaveURL(/\/sign-in/);
  });
});
