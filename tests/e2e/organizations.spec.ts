import { waitingRoomPath } from "@/lib/client/livestreams/livestream-paths";
import { expect, test } from "../support/browser/test";

test("an owner creates an organization, and chooses its members and their roles", async ({
  cast,
  host,
}) => {
  const { page } = host;
  const cleo = await cast.host("Cleo");
  const name = `Acme ${Date.now()}`;

  await test.step("creates it", async () => {
    await host.opens("/");
    await host.button("Account of Hanna").click();
    await page.getByRole("menuitem", { name: "Organizations" }).click();
    await host.button("New organization").click();
    await page.getByLabel("Name").fill(name);
    await expect(page.getByLabel("ID")).toHaveValue(name.toLowerCase().replace(" ", "-"));
    await host.button("Create organization").click();
    await expect(page.getByRole("heading", { name })).toBeVisible();
  });

  await test.step("is told when a handle does not exist", async () => {
    host.watch.expects(/status of 404/);
    await page.getByLabel("Handle").fill("@nobody_at_all");
    await host.button("Add").click();
    await host.reads("There’s no account with the handle @nobody_at_all.");
  });

  await test.step("adds a member and makes her an admin", async () => {
    await page.getByLabel("Handle").fill(`@${cleo.account.handle}`);
    await host.button("Add").click();
    const role = page.getByLabel("Role of Cleo");
    await expect(role).toHaveValue("member");
    await role.selectOption("Admin");
    await host.reads("Cleo is now an admin");
    await page.reload();
    await expect(role).toHaveValue("admin");
  });

  const address = page.url();
  await test.step("the admin sees it among hers, and can rename it but not change roles", async () => {
    await cleo.opens("/account/organizations");
    await cleo.page.getByRole("link", { name: new RegExp(name) }).click();
    await cleo.button("Rename").click();
    await cleo.page.getByRole("dialog").getByLabel("Name").fill(`${name} & Daughters`);
    await cleo.page.getByRole("dialog").getByRole("button", { name: "Rename" }).click();
    await expect(cleo.page.getByRole("heading", { name: `${name} & Daughters` })).toBeVisible();
    await expect(cleo.page.getByLabel("Role", { exact: true })).toHaveCount(0);
    await expect(cleo.page.getByLabel("Role of Hanna")).toHaveCount(0);
  });

  await test.step("the last owner cannot leave", async () => {
    host.watch.expects(/status of 409/);
    await host.button("Leave").click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Leave" }).click();
    await host.reads("Couldn’t leave the organization.");
  });

  await test.step("the admin leaves, and no longer sees it", async () => {
    await cleo.button("Leave").click();
    await cleo.page.getByRole("alertdialog").getByRole("button", { name: "Leave" }).click();
    await expect(cleo.page.getByRole("heading", { name: "Organizations" })).toBeVisible();
    await expect(cleo.page.getByRole("link", { name: new RegExp(name) })).toHaveCount(0);
    cleo.watch.expects(/status of 404/);
    await cleo.opens(address);
    await expect(cleo.page.getByRole("heading", { name })).toHaveCount(0);
  });
});

test("an invite for one guest: a specific admin can admit them, as the hosts can", async ({
  cast,
  host,
  guest,
  stranger,
}) => {
  const nora = await cast.host("Nora");
  const orgId = await host.founds();
  await host.enrolls(orgId, nora, "admin");
  await host.opensStudio(await host.makesShow());

  const link = await host.invites(async (dialog) => {
    await dialog.getByLabel("Guest limit").selectOption("1 guest");
    await dialog.getByRole("radio", { name: "Hosts and specific admins" }).check();
    await dialog.getByRole("combobox", { name: "Organization" }).selectOption(orgId);
    await dialog.getByRole("button", { name: "Create link" }).click();
    await expect(dialog.getByText("Choose at least one admin.")).toBeVisible();
    await dialog.getByRole("checkbox", { name: "Nora" }).check();
  });
  await guest.knocks(link);
  await host.seesReady("Ada");
  await expect(host.button("Admit Ada on stage")).toBeVisible();

  const second = await cast.guest("Grace");
  await second.opensInvite(link);
  await second.isTold("This invite has reached its guest limit.");
  await guest.reloads();
  await guest.waits();

  await test.step("the admin, who is not a host, finds the guest waiting and admits", async () => {
    await nora.opens(waitingRoomPath(mintOf(host.page.url())));
    const rows = nora.page.getByRole("list", { name: "Waiting" });
    await expect(rows).toContainText("Ada");
    await nora.button("Admit Ada on stage").click();
    await nora.reads(/^No one is waiting/);
    await guest.reads("You’ll go on stage when the show starts.");
  });

  await test.step("a stranger sees no such page", async () => {
    stranger.watch.expects(/status of 404/);
    await stranger.opens(waitingRoomPath(mintOf(host.page.url())));
    await expect(stranger.page.getByRole("heading", { name: "Waiting room" })).toHaveCount(0);
  });
});

const mintOf = (studio: string) => new URL(studio).pathname.split("/").at(-1) ?? "";
