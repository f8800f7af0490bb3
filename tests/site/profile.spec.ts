import { unique } from "../support/browser/accounts";
import { expect, test } from "../support/browser/test";

test("someone changes their name, their handle and their email address", async ({ cast }) => {
  const vera = await cast.host("Vera");
  const taken = await cast.host("Tom");
  const { page } = vera;
  const { account } = vera;
  const profile = page.getByRole("region", { name: "Profile" });
  const address = page.getByRole("region", { name: "Email" });
  const handle = unique("vera").slice(0, 20);
  await vera.opens("/account");

  await test.step("a taken handle is refused at its field", async () => {
    vera.watch.expects(/status of 409/);
    await profile.getByLabel("Handle").fill(taken.account.handle);
    await profile.getByRole("button", { name: "Save" }).click();
    await vera.reads("This handle is taken. Choose another one.");
    await expect(profile.getByLabel("Handle")).toBeFocused();
  });

  await test.step("the new name is in the header at once", async () => {
    await profile.getByLabel("Name").fill("Vera Rubin");
    await profile.getByLabel("Handle").fill(`@${handle}`);
    await profile.getByRole("button", { name: "Save" }).click();
    await vera.reads("Your profile was saved.");
    await expect(page.getByRole("button", { name: /^Account of Vera Rubin/ })).toBeVisible();
    await vera.reloads();
    await expect(profile.getByLabel("Handle")).toHaveValue(handle);
  });

  await test.step("the link to the old handle leads to the channel", async () => {
    await vera.opens(`/@${account.handle}`);
    await expect(page).toHaveURL(new RegExp(`/@${handle}$`));
    await expect(page.getByRole("heading", { name: "Vera Rubin" })).toBeVisible();
  });

  await test.step("the email address needs the password", async () => {
    const email = `${unique("vera")}@example.org`;
    await vera.opens("/account");
    vera.watch.expects(/status of 403/);
    await address.getByLabel("New email").fill(email);
    await address.getByLabel("Your password").fill("not the password");
    await address.getByRole("button", { name: "Change email" }).click();
    await vera.reads("The current password is wrong.");
    await address.getByLabel("Your password").fill(account.password);
    await address.getByRole("button", { name: "Change email" }).click();
    await vera.reads(`You now sign in with ${email}.`);
    await expect(address.getByText(`You sign in with ${email}.`)).toBeVisible();
  });
});
