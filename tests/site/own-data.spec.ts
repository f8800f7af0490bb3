import { readFile } from "node:fs/promises";
import { watchPath } from "@/lib/client/livestreams/livestream-paths";
import { login } from "@/lib/contracts/accounts/auth";
import { goLive, readLivestream } from "@/lib/contracts/livestreams";
import { Client } from "../support/api/client";
import { expectAccessible } from "../support/browser/accessible";
import { addToShow, makeShow } from "../support/browser/shows";
import { expect, test } from "../support/browser/test";

test("someone downloads their data, hands a show over and deletes their account", async ({
  cast,
}) => {
  const vera = await cast.host("Vera");
  const cleo = await cast.host("Cleo");
  const { page, account } = vera;
  const [kept, gone] = [await makeShow(account), await makeShow(account)];
  for (const show of [kept, gone]) await addToShow(show, cleo.account, "host");
  const dialog = page.getByRole("dialog", { name: "Delete your account?" });
  await account.api.ok(goLive, { params: { mint: gone.mint } });
  const viewer = await cast.passerBy();
  await viewer.opens(watchPath(gone.mint));
  await vera.opens("/account");

  await test.step("signing out during a show asks first", async () => {
    await page.getByRole("button", { name: /^Account of/ }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    const question = page.getByRole("alertdialog", { name: /^Sign out while/ });
    await expect(question).toContainText(gone.title);
    await question.getByRole("button", { name: "Cancel" }).click();
    await expect(question).toHaveCount(0);
  });

  await test.step("a confirmed sign-out that fails says so", async () => {
    vera.watch.expects(/ERR_|Failed to fetch|CLIENT_FETCH_ERROR/);
    await page.route("**/auth/signout", (route) => route.abort());
    await page.getByRole("button", { name: /^Account of/ }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    const question = page.getByRole("alertdialog", { name: /^Sign out while/ });
    await question.getByRole("button", { name: "Sign out" }).click();
    await vera.reads("You’re still signed in");
    await expect(question).toHaveCount(0);
    await page.unroute("**/auth/signout");
  });

  await test.step("the download is a file with everything", async () => {
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download your data" }).click(),
    ]);
    expect(file.suggestedFilename()).toBe(`greenroom-${account.handle}.json`);
    const data = JSON.parse(await readFile(await file.path(), "utf8"));
    expect(data.account.email).toBe(account.email);
    expect(data.livestreams).toHaveLength(2);
  });

  await test.step("the dialog says what goes and what stays", async () => {
    await vera.button("Delete account").click();
    await expect(dialog.getByText("2 livestreams with their chats")).toBeVisible();
    await expect(dialog.getByText(`“${gone.title}” is on air now`)).toBeVisible();
    await expect(dialog.getByText("ends the show for everyone")).toBeVisible();
    await dialog
      .getByLabel(kept.title)
      .selectOption({ label: `Hand over to Cleo (@${cleo.account.handle})` });
    await expect(dialog.getByText("1 livestream with its chat")).toBeVisible();
    await expectAccessible(vera, "deleting an account");
    await dialog.getByRole("button", { name: "Keep account" }).click();
    await expect(dialog).toHaveCount(0);
  });

  await test.step("a wrong password deletes nothing", async () => {
    vera.watch.expects(/status of 403/);
    await vera.button("Delete account").click();
    await dialog
      .getByLabel(kept.title)
      .selectOption({ label: `Hand over to Cleo (@${cleo.account.handle})` });
    await dialog.getByRole("button", { name: "Delete account" }).click();
    await expect(dialog.getByText("Enter your password.")).toBeVisible();
    await dialog.getByLabel("Your password").fill("not the password");
    await dialog.getByRole("button", { name: "Delete account" }).click();
    await expect(dialog.getByText("The current password is wrong.")).toBeVisible();
    await expect(dialog.getByLabel("Your password")).toBeFocused();
  });

  await test.step("the account is gone, and its show is Cleo’s", async () => {
    await dialog.getByLabel("Your password").fill(account.password);
    await dialog.getByRole("button", { name: "Delete account" }).click();
    await vera.reads("Your account was deleted.");
    await expect(page).toHaveURL(/\/$/);
    await expect(page.getByRole("link", { name: "Sign in" }).first()).toBeVisible();
    await vera.opens("/account");
    await expect(page).toHaveURL(/\/sign-in/);
    const nobody = new Client();
    const { email, password } = account;
    expect((await nobody.call(login, { body: { email, password } })).status).toBe(401);
    const read = (mint: string) => nobody.call(readLivestream, { params: { mint } });
    expect((await read(gone.mint)).status).toBe(404);
    expect((await read(kept.mint)).body).toMatchObject({ creator: { id: cleo.account.id } });
  });

  await test.step("a viewer of the deleted show is told, once they look at the page again", async () => {
    viewer.watch.expects(/status of 404/);
    await viewer.reads(/has ended|no longer available/);
    await viewer.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await viewer.reads("This livestream is no longer available");
    await expect(viewer.button("Share")).toHaveCount(0);
  });
});
