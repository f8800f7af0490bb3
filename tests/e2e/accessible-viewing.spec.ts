import { endLivestream } from "@/lib/contracts/livestreams";
import { locales } from "@/lib/words/locales";
import { expectAccessible } from "../support/browser/accessible";
import { expect, test } from "../support/browser/test";

// These pages are dark whatever the person's choice is, so one theme is all of them.
for (const locale of locales) {
  test(`axe finds nothing on the watch page, from before the show to after it (${locale})`, async ({
    host,
    viewer,
  }) => {
    const scheduledAt = new Date(Date.now() + 3_600_000).toISOString();
    const show = await host.makesShow({ scheduledAt, description: "What it is about." });
    const { page } = viewer;
    await viewer.speaks(locale);
    await viewer.watches(show);
    await expect(page.getByRole("timer")).toBeVisible();
    await expectAccessible(viewer, "before");

    await host.goesLive(show);
    await expect(page.getByRole("figure")).toHaveCount(1);
    await expectAccessible(viewer, "live");
    await viewer.presses("?");
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectAccessible(viewer, "the list of keys");
    await viewer.presses("Escape");
    await page.getByRole("toolbar").getByRole("button", { expanded: false }).press("Enter");
    await expect(page.getByRole("menu")).toBeVisible();
    await expectAccessible(viewer, "settings");
    await page.getByRole("menuitem").first().click();
    await viewer.presses("k");
    await expectAccessible(viewer, "statistics, paused");

    await host.account.api.ok(endLivestream, { params: { mint: show.mint } });
    await expect(page.getByRole("toolbar")).toHaveCount(0);
    await expectAccessible(viewer, "ended");
  });

  test(`axe finds nothing on a guest's way to the stage and off it (${locale})`, async ({
    host,
    guest,
  }) => {
    await host.goesLive();
    const link = await host.invites();
    const { page } = guest;
    await guest.speaks(locale);
    await guest.opensInvite(link);
    await page.getByRole("textbox").fill("Ada");
    await expectAccessible(guest, "preview");
    await page.keyboard.press("Enter");
    await host.seesReady("Ada");
    await expectAccessible(guest, "waiting");
    await host.admits("Ada");
    await expect(page.getByRole("toolbar")).toBeVisible();
    await expect(page.getByRole("figure")).toHaveCount(2);
    await expectAccessible(guest, "on stage");
    await host.removes("Ada");
    await expect(page.getByRole("toolbar")).toHaveCount(0);
    await expectAccessible(guest, "removed");
  });
}
