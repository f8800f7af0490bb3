import { expectAccessible } from "../support/browser/accessible";
import { expect, test } from "../support/browser/test";

test("a host labels an invite and copies its short link again; the guest who knocks with it is shown with the label", async ({
  host,
  guest,
}) => {
  const scheduledAt = new Date(Date.now() + 2 * 86_400_000).toISOString();
  const show = await host.makesShow({ scheduledAt });
  await host.opensStudio(show);
  const { page } = host;
  const dialog = page.getByRole("dialog", { name: "Invite" });
  const tooEarly = dialog.getByText("Expires before the show starts.");

  await expect(async () => {
    if (!(await dialog.isVisible())) await host.button("Invite").click({ timeout: 1_000 });
    await expect(dialog).toBeVisible({ timeout: 1_000 });
  }).toPass();

  await test.step("a link that expires before the planned start is warned about", async () => {
    await expect(dialog.getByLabel("Expires", { exact: true })).toHaveValue("show-end");
    await expect(tooEarly).toHaveCount(0);
    await dialog.getByLabel("Expires", { exact: true }).selectOption({ label: "After 1 day" });
    await expect(tooEarly).toBeVisible();
    await host.button("Create link").click();
    await host.button("Create another").click();
    await expect(dialog.getByRole("listitem").getByText(/Expires before/)).toBeVisible();
  });

  const link =
    await test.step("a link has a label and lasts until the end of the show", async () => {
      await dialog
        .getByLabel("Expires", { exact: true })
        .selectOption({ label: "When the show ends" });
      await dialog.getByLabel("Label").fill("Grace, lighting");
      await host.button("Create link").click();
      const field = dialog.getByLabel("Invite link", { exact: true });
      await expect(field).toHaveValue(/\/j\/[0-9a-z]{13}$/);
      await expect(dialog.getByText("Works until the show ends.")).toBeVisible();
      await expectAccessible(host, "a new invite link", '[role="dialog"]');
      return field.inputValue();
    });

  await test.step("it can be copied again later", async () => {
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await host.button("Invite").click();
    await expect(dialog.getByLabel("Invite link: Grace, lighting")).toHaveValue(link);
    await page.keyboard.press("Escape");
  });

  await test.step("the guest's page leaves the code nowhere, and survives a reload", async () => {
    await guest.opensInvite(link);
    await guest.reads(show.title);
    await expect(guest.page).toHaveURL("/join");
    await guest.reloads();
    await guest.page.getByRole("textbox", { name: "Your name" }).fill("Ada");
    await guest.page.getByRole("button", { name: "Ask to join" }).click();
    await guest.waits();
    await host.sees("Ada");
    await host.reads("Grace, lighting");
  });

  await test.step("a link that is cut off says so", async () => {
    guest.watch.expects(/status of 404/);
    await guest.opensInvite(link.slice(0, -1));
    await guest.isTold("This invite link isn’t valid.");
  });
});
