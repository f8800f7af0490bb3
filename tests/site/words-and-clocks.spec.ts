import { goLive } from "@/lib/contracts/livestreams";
import { expect, test } from "../support/browser/test";

const minuteMs = 60_000;

for (const [what, offMs] of [
  ["five minutes slow", -5 * minuteMs],
  ["a day fast", 24 * 60 * minuteMs],
] as const) {
  test(`a viewer whose clock is ${what} sees the right time to the start, and since it`, async ({
    host,
    viewer,
  }) => {
    const scheduledAt = new Date(Date.now() + 90 * minuteMs).toISOString();
    const show = await host.makesShow({ scheduledAt });
    const { page } = viewer;
    await page.clock.install({ time: Date.now() + offMs });
    await viewer.watches(show);
    await expect(page.getByRole("timer")).toHaveText(/^In 1 hour (30|29) minutes$/);
    await host.account.api.ok(goLive, { params: { mint: show.mint } });
    await viewer.reloads();
    await expect(page.getByRole("timer").filter({ visible: true })).toHaveText(/^0:\d\d$/);
  });
}

const arabic = "مرحبا (Live) 2";
const towers = `Z${"\u0301".repeat(60)}algo`;

test("people's text keeps its own direction and line breaks", async ({ host, viewer }) => {
  const show = await host.makesShow({ title: arabic, description: `${towers}\n\n\n\n\nschluss` });
  await viewer.watches(show);
  const { page } = viewer;
  const title = page.getByRole("heading", { name: arabic });
  expect(await title.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
  const [own, row] = await Promise.all([
    title.boundingBox(),
    page.locator("header h1").boundingBox(),
  ]);
  expect(own?.x).toBe(row?.x);
  await expect(page).toHaveTitle(new RegExp(`^\u2068${arabic.replace(/[()]/g, "\\$&")}\u2069, `));
  await page.getByText("About").click();
  const words = page.getByText("schluss");
  expect(await words.evaluate((element) => getComputedStyle(element).direction)).toBe("ltr");
  expect(await words.textContent()).toMatch(/algo\n\nschluss$/);
  expect(await words.evaluate((element) => getComputedStyle(element).whiteSpaceCollapse)).toMatch(
    /^preserve/,
  );
});
