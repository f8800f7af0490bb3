import type { Page } from "@playwright/test";
import type { Host } from "@/tests/support/browser/people/host";
import { expectInView } from "../support/browser/reachable";
import { expect, test } from "../support/browser/test";

const sizes = [
  ["a small desktop", 1280, 720],
  ["a phone", 360, 640],
  ["200 %", 640, 360],
  ["400 %", 320, 256],
] as const;

/** The main button is in view at every size as soon as the dialog is open; so is the way out. */
async function keepsItsButton(page: Page, main: string): Promise<void> {
  const dialog = page.getByRole("dialog").or(page.getByRole("alertdialog"));
  await expect(dialog).toBeVisible();
  for (const [what, width, height] of sizes) {
    await test.step(`${main}: ${what}`, async () => {
      await page.setViewportSize({ width, height });
      const button = dialog.getByRole("button", { name: main, exact: true });
      await expectInView(page, button);
      await expectInView(
        page,
        dialog.getByRole("button", { name: /^(Close|Cancel|Keep)/ }).first(),
      );
      const body = await dialog.evaluate((element) => element.getBoundingClientRect().top >= 0);
      expect(body).toBe(true);
    });
  }
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
}

test("the main button of every dialog on the site stays in view", async ({ host }) => {
  const { page } = host;
  await host.opens("/studio");
  await host.button("New livestream").click();
  await keepsItsButton(page, "Create livestream");
  await host.opens("/account/organizations");
  await host.button("New organization").click();
  await keepsItsButton(page, "Create organization");
  await host.opens(`/account/organizations/${await host.founds()}`);
  await host.button("Rename").click();
  await keepsItsButton(page, "Rename");
  await host.opens("/account");
  await host.button("New key").click();
  await keepsItsButton(page, "Create key");
});

async function choosesInMenu(host: Host, item: string): Promise<void> {
  await host.button("More").click();
  await host.page.getByRole("menuitem", { name: item, exact: true }).click();
}

test("the main button of every dialog in the studio stays in view, and Escape gives the focus back", async ({
  host,
}) => {
  const { page } = host;
  const show = await host.makesShow({ description: "Songs\n".repeat(9) });
  await host.opensStudio(show);
  await expect(host.button("Go live")).toBeVisible();
  await host.button("Invite").click();
  await keepsItsButton(page, "Create link");
  await expect(host.button("Invite")).toBeFocused();
  const opened: [item: string, main: string][] = [
    ["Edit details", "Save"],
    ["Stream from OBS", "Create key"],
    ["Cancel livestream", "Cancel livestream"],
  ];
  for (const [item, main] of opened) {
    await choosesInMenu(host, item);
    await keepsItsButton(page, main);
    await expect(host.button("More")).toBeFocused();
  }
});

test("a long form in a dialog shows what is wrong with it beside its button", async ({ host }) => {
  const { page } = host;
  await host.opens("/studio");
  await host.button("New livestream").click();
  const dialog = page.getByRole("dialog");
  await page.setViewportSize({ width: 360, height: 640 });
  await page.route("**/livestreams", (route) => route.abort());
  host.watch.expects(/Failed to load resource/);
  await dialog.getByLabel("Title").fill("Songs");
  await dialog.getByLabel("Title").press("Enter");
  await expectInView(page, dialog.getByRole("alert"));
  await expect(dialog.getByRole("alert")).toHaveText(
    "The server isn’t responding. Try again in a moment.",
  );
  await expectInView(page, host.button("Create livestream"));
});
