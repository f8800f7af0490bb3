import type { Page } from "@playwright/test";
import { sql } from "../support/api/database";
import { expectAccessible } from "../support/browser/accessible";
import { unique } from "../support/browser/accounts";
import { tabTo } from "../support/browser/keyboard";
import { expect, test } from "../support/browser/test";

// Each language and each theme once: colours do not depend on the language, nor names on the theme.
const looks = [
  { locale: "en-US", colorScheme: "light" },
  { locale: "de-DE", colorScheme: "dark" },
] as const;

/** Swagger UI draws all operations at once: seconds of processor time, and the other worker's page wants it too. */
const seesOperations = (page: Page) =>
  expect(page.locator(".opblock").first()).toBeVisible({ timeout: 60_000 });

for (const { locale, colorScheme } of looks) {
  test(`axe finds nothing on the site's pages, ${locale} and ${colorScheme}`, async ({
    castIn,
  }) => {
    const cast = castIn({ locale, colorScheme });
    const host = await cast.host("Hanna");
    const cleo = await cast.host("Cleo");
    const admin = await cast.host("Alan");
    await sql("update accounts set role = 'admin' where id = $1", [admin.account.id]);
    const visitor = await cast.passerBy();
    const show = await host.makesShow();
    const orgId = await host.founds();
    await host.enrolls(orgId, cleo, "member");
    visitor.watch.expects(/status of 404/);
    const channel = `/@${host.account.handle}`;

    const pages = [
      { who: visitor, paths: ["/", `/?q=${unique("nothing")}`, channel, "/sign-in", "/sign-up"] },
      { who: visitor, paths: ["/reset-password", "/reset-password#invented"] },
      { who: visitor, paths: ["/finish-sign-up", "/confirm-email", "/confirm-email#invented"] },
      { who: visitor, paths: ["/docs/api", "/nothing/here", `/@${unique("nobody")}`] },
      { who: host, paths: ["/", "/studio", "/account", "/account/organizations"] },
      {
        who: host,
        paths: [`/account/organizations/${orgId}`, channel, `/waiting-room/${show.mint}`],
      },
      {
        who: admin,
        paths: ["/admin/accounts", "/admin/livestreams", "/admin/reports?state=all"],
      },
      {
        who: admin,
        paths: ["/admin/bans", "/admin/audit-log"],
      },
      { who: admin, paths: ["/admin/settings", "/admin/server"] },
    ];
    for (const { who, paths } of pages) {
      for (const path of paths) {
        await who.opens(path);
        await expect(who.page.getByRole("main").getByRole("heading").first()).toBeAttached();
        if (path === "/docs/api") await seesOperations(who.page);
        await expectAccessible(who, `${path}, ${locale}, ${colorScheme}`);
      }
    }
  });
}

test("a person creates an account, an organization and an API key by keyboard alone", async ({
  cast,
}) => {
  const somebody = await cast.passerBy();
  const { page } = somebody;
  const { keyboard } = page;
  const focused = page.locator("*:focus");
  const handle = unique("k");

  const tabsTo = (role: "link" | "button" | "textbox" | "checkbox", name: string | RegExp) =>
    tabTo(page, page.getByRole(role, { name, exact: true }));
  async function writes(name: string, text: string) {
    await tabsTo("textbox", name);
    await keyboard.press("ControlOrMeta+a");
    await keyboard.type(text);
  }
  async function presses(role: "link" | "button" | "checkbox", name: string | RegExp) {
    await tabsTo(role, name);
    await keyboard.press(role === "checkbox" ? "Space" : "Enter");
  }

  async function opensAccountMenu() {
    await tabsTo("button", "Account of Kay Board");
    // A page that has just loaded may not listen yet: the person presses again.
    await expect(async () => {
      await keyboard.press("Enter");
      const item = page.getByRole("menuitem", { name: "My livestreams" });
      await expect(item).toBeVisible({ timeout: 3_000 });
    }).toPass();
  }

  await test.step("creates an account, and is taken to the first invalid field", async () => {
    await somebody.opens("/");
    await keyboard.press("Tab");
    await expect(focused).toHaveText("Skip to content");
    await presses("link", "Create account");
    await expect(page).toHaveURL(/\/sign-up/);
    await writes("Name", "Kay Board");
    await writes("Handle", handle);
    await writes("Email", `${handle}@example.org`);
    await writes("Password", "short");
    somebody.watch.expects(/status of 400/);
    await presses("button", "Create account");
    await expect(focused).toHaveAccessibleName("Password");
    await keyboard.press("ControlOrMeta+a");
    await keyboard.type(`password ${handle}`);
    await keyboard.press("Enter");
  });

  await test.step("creates an organization", async () => {
    await opensAccountMenu();
    await keyboard.press("o");
    await expect(focused).toHaveText("Organizations");
    await keyboard.press("Enter");
    await presses("button", "New organization");
    await writes("Name", `Acme ${handle}`);
    await keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: `Acme ${handle}` })).toBeVisible();
  });

  await test.step("creates an API key, and closes the dialog", async () => {
    await opensAccountMenu();
    await keyboard.press("End");
    await expect(focused).toHaveText("Sign out");
    await keyboard.press("ArrowUp");
    await expect(focused).toHaveText("Account and API keys");
    await keyboard.press("Enter");
    await presses("button", "New key");
    await writes("Name", "Recording server");
    await presses("checkbox", /^Read livestreams/);
    await presses("button", "Create key");
    await expect(page.getByLabel("Key", { exact: true })).toHaveValue(/./);
    await presses("button", "Done");
    await somebody.reads("Never used");
    await expect(focused).toHaveText("New key");
  });
});
