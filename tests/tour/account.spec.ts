import { reportLivestream } from "@/lib/contracts/reports";
import { sql } from "../support/api/database";
import { makeInvite } from "../support/browser/shows";
import { test } from "../support/browser/test";
import { photograph } from "./album";

test("an account's API keys and organizations, and the API they are for", async ({
  cast,
  host,
}) => {
  const { page } = host;
  await test.step("API keys", async () => {
    await host.opens("/account");
    await photograph(host, "account");
    await host.button("New key").click();
    await photograph(host, "account-new-key");
    await page.getByRole("dialog").getByLabel("Name").fill("Recording server");
    await page
      .getByRole("checkbox", { name: "Read livestreams, their members, chat and event log" })
      .check();
    await page
      .getByRole("checkbox", { name: "Get LiveKit tokens for hosting and watching" })
      .check();
    await host.button("Create key").click();
    await photograph(host, "account-key-made");
    await host.button("Done").click();
    await photograph(host, "account-keys");
    await host.button("Delete account").click();
    await host.reads("Will be deleted");
    await photograph(host, "account-delete");
    await host.button("Keep account").click();
  });

  await test.step("organizations", async () => {
    const cleo = await cast.host("Cleo");
    await host.opens("/account/organizations");
    await photograph(host, "organizations");
    const orgId = await host.founds();
    await host.enrolls(orgId, cleo, "admin");
    await host.opens(`/account/organizations/${orgId}`);
    await host.reads("Cleo");
    await photograph(host, "organization");
    await host.opens(`/account/organizations/${orgId}/brand`);
    await page.getByRole("textbox", { name: "Accent color", exact: true }).fill("#1f6f4a");
    await photograph(host, "brand-kit");
  });

  await test.step("the API", async () => {
    await host.opens("/docs/api");
    const operation = page.locator("#operations-Authentication-myProfile");
    await operation.locator(".opblock-summary-control").click();
    await photograph(host, "api");
    await operation.locator(".execute").click();
    await operation.locator(".live-responses-table").scrollIntoViewIfNeeded();
    await photograph(host, "api-tried");
  });
});

test("the admin pages", async ({ cast, host }) => {
  const { page } = host;
  await sql("update accounts set role = 'admin' where id = $1", [host.account.id]);
  const mallory = await cast.host("Mallory");
  const show = await mallory.makesShow();
  await host.opens(`/admin/accounts?q=${mallory.account.handle}`);
  await photograph(host, "admin-accounts");
  await host.button("Actions for Mallory").click();
  await photograph(host, "admin-account-actions");
  await page.getByRole("menuitem", { name: "Suspend" }).click();
  await photograph(host, "admin-suspend");
  await page.getByRole("dialog").getByLabel("Reason").fill("Spam in several chats");
  await page.getByRole("dialog").getByRole("button", { name: "Suspend" }).click();
  await host.reads("Mallory is suspended.");
  await photograph(host, "admin-suspended");
  await host.opens(`/admin/livestreams?q=${show.mint}`);
  await photograph(host, "admin-livestreams");
  const body = { reason: "spam", note: "The same advertisement for hours." } as const;
  await host.account.api.ok(reportLivestream, { params: { mint: show.mint }, body });
  await host.opens(`/admin/reports?q=${show.mint}`);
  await photograph(host, "admin-reports");
  await host.opens("/admin/bans?q=nobody");
  await photograph(host, "admin-bans");
  await host.opens(`/admin/audit-log?q=${mallory.account.handle}`);
  await photograph(host, "admin-audit-log");
  await host.opens("/admin/server");
  await photograph(host, "admin-server");
  await host.opens("/admin/settings");
  await photograph(host, "admin-settings");
});

test("a waiting room for an admin who is not a host", async ({ cast, host, guest }) => {
  const nora = await cast.host("Nora");
  const orgId = await host.founds();
  await host.enrolls(orgId, nora, "admin");
  const show = await host.makesShow();
  const { inviteUrl } = await makeInvite(show, { orgId, allowAll: true });
  await nora.opens(`/waiting-room/${show.mint}`);
  await photograph(nora, "waiting-room-empty");
  await guest.knocks(inviteUrl);
  await nora.reads("Ada");
  await photograph(nora, "waiting-room");
});
