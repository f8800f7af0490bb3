import { endLivestream } from "@/lib/contracts/livestreams";
import { type Locale, locales } from "@/lib/words/locales";
import type { Persona } from "@/tests/support/browser/people/persona";
import { expectAccessible } from "../support/browser/accessible";
import { expect, test } from "../support/browser/test";

type Speaking<P extends Persona> = { person: P; locale: Locale };

/** One person for each language, going through the same show together. */
async function ofEachLanguage<P extends Persona>(
  comes: (locale: Locale) => Promise<P>,
): Promise<Speaking<P>[]> {
  const people: Speaking<P>[] = [];
  for (const locale of locales) {
    const person = await comes(locale);
    await person.speaks(locale);
    people.push({ person, locale });
  }
  return people;
}

async function all<P extends Persona>(
  people: Speaking<P>[],
  state: string,
  reaches: (person: P) => Promise<void>,
): Promise<void> {
  for (const { person, locale } of people) {
    await reaches(person);
    await expectAccessible(person, `${state} (${locale})`);
  }
}

// These pages are dark in any theme, so one theme covers them all.
test("axe finds nothing on the watch page, from before the show to after it", async ({
  cast,
  host,
}) => {
  const scheduledAt = new Date(Date.now() + 3_600_000).toISOString();
  const show = await host.makesShow({ scheduledAt, description: "What it is about." });
  const viewers = await ofEachLanguage(() => cast.viewer());
  await all(viewers, "before", async (viewer) => {
    await viewer.watches(show);
    await expect(viewer.page.getByRole("timer")).toBeVisible();
  });

  await host.goesLive(show);
  await all(viewers, "live", async ({ page }) => {
    await expect(page.getByRole("figure")).toHaveCount(1);
  });
  await all(viewers, "the list of keys", async (viewer) => {
    await viewer.presses("?");
    await expect(viewer.page.getByRole("dialog")).toBeVisible();
  });
  await all(viewers, "settings", async (viewer) => {
    await viewer.presses("Escape");
    const toolbar = viewer.page.getByRole("toolbar");
    await toolbar.getByRole("button", { expanded: false }).press("Enter");
    await expect(viewer.page.getByRole("menu")).toBeVisible();
  });
  await all(viewers, "statistics, paused", async (viewer) => {
    await viewer.page.getByRole("menuitem").first().click();
    await viewer.presses("k");
  });

  // The studio may be sending a frame of the show at that moment.
  host.watch.expects(/status of 409 .*\/frame/);
  await host.account.api.ok(endLivestream, { params: { mint: show.mint } });
  await all(viewers, "ended", async ({ page }) => {
    await expect(page.getByRole("toolbar")).toHaveCount(0);
  });
});

test("axe finds nothing on a guest's way onto the stage and off it", async ({ cast, host }) => {
  await host.goesLive();
  const link = await host.invites();
  const guests = await ofEachLanguage((locale) => cast.guest(`Ada ${locale}`));
  await all(guests, "preview", async (guest) => {
    await guest.opensInvite(link);
    await guest.page.getByRole("textbox").fill(guest.name);
  });
  await all(guests, "waiting", async (guest) => {
    await guest.page.keyboard.press("Enter");
    await host.seesReady(guest.name);
  });
  for (const { person } of guests) await host.admits(person.name);
  await all(guests, "on stage", async ({ page }) => {
    await expect(page.getByRole("toolbar")).toBeVisible();
    await expect(page.getByRole("figure")).toHaveCount(1 + guests.length);
  });
  for (const { person } of guests) await host.removes(person.name);
  await all(guests, "removed", async ({ page }) => {
    await expect(page.getByRole("toolbar")).toHaveCount(0);
  });
});
