import { limitKey, sql } from "../support/api/database";
import { expectAccessible } from "../support/browser/accessible";
import { expect, test } from "../support/browser/test";

test("on a phone, an admin sees how the server is, and tests its webhooks, address and media", async ({
  castIn,
}) => {
  const admin = await castIn({ viewport: { width: 390, height: 844 } }).host("Alan Admin");
  await sql("update accounts set role = 'admin' where id = $1", [admin.account.id]);
  const { page } = admin;
  const row = (name: string) =>
    page.getByRole("list", { name: "Checks" }).getByRole("listitem").filter({ hasText: name });
  const fits = async (state: string) => {
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, state).toBeLessThanOrEqual(390);
    await expectAccessible(admin, state);
  };

  await test.step("the page names everything, with a verdict in words", async () => {
    await admin.opens("/admin/accounts");
    await page
      .getByRole("navigation", { name: "Admin" })
      .getByRole("link", { name: "This server" })
      .click();
    await expect(page.getByRole("heading", { name: "This server" })).toBeVisible();
    await expect(row("Database").first()).toContainText("OK");
    await expect(page.getByRole("region", { name: "Versions" })).toContainText("PostgreSQL");
    await expect(page.getByRole("region", { name: "Load" })).toContainText("over 1, 5 and 15");
    const thisProcess = page.getByRole("region", { name: "This app process" });
    await expect(thisProcess).toContainText("Serving");
    await expect(thisProcess).toContainText(/\d+ busy, \d+ idle, 0 queries waiting/);
    await expect(thisProcess).toContainText("Off. Set METRICS_PORT.");
    await expect(page.getByRole("region", { name: "Storage" })).toContainText("GB free of");
    await fits("this server");
  });

  await test.step("mail that is not set up says which settings are missing", async () => {
    await expect(row("Email")).toContainText("Not set up");
    await expect(row("Email")).toContainText("Set SMTP_URL and MAIL_FROM.");
    await expect(row("Email").getByRole("button")).toHaveCount(0);
  });

  await test.step("tests are announced", async () => {
    const result = (name: string) => row(name).getByRole("status");
    await admin.button("Test: Webhooks from LiveKit").press("Enter");
    await expect(result("Webhooks")).toContainText(/webhook arrived after [\d.]+ s/);
    await admin.button("Test: TURN").click();
    await expect(result("TURN")).toContainText("LiveKit offers no TURN server.");
    await admin.button("Test: Public address and TLS").click();
    await expect(result("Public address")).toContainText("leads to this server.");
    await expect(row("Public address")).toContainText("OK");
  });

  await test.step("media is tested in this browser", async () => {
    const check = page.getByRole("region", { name: "Connection check" });
    await check.getByRole("button", { name: "Check" }).click();
    await expect(check.getByRole("status")).toContainText("You’re ready", { timeout: 60_000 });
    await check.getByText("Details").click();
    await expect(check).toContainText(/version \d+\.\d+/);
    await fits("this server, after its tests");
  });

  await test.step("over the limit, the page says when to try again", async () => {
    const inAMinute = Date.now() + 60_000;
    await sql(
      `insert into rate_limits (key, points, expire) values ($1, 1000, $2)
        on conflict (key) do update set points = 1000, expire = $2`,
      [limitKey("server-read", admin.account.id), inAMinute],
    );
    await admin.reloads();
    await admin.reads(/Too many attempts\. Try again in \d+ s\./);
    await expect(page.getByRole("heading", { name: "This server" })).toBeVisible();
  });
});
