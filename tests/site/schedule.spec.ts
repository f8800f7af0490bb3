import { readLivestream } from "@/lib/contracts/livestreams";
import { Client } from "../support/api/client";
import { aPicture } from "../support/api/pictures";
import { expectAccessible } from "../support/browser/accessible";
import { unique } from "../support/browser/accounts";
import { expect, test } from "../support/browser/test";

test("a creator plans a show in another time zone, with tags and a cover, and changes it", async ({
  host,
}) => {
  const { page } = host;
  const title = unique("Planned night");
  const cover = { name: "cover.png", mimeType: "image/png" };
  const picture = await aPicture({ width: 1_600, height: 900, format: "png" });

  await host.opens("/studio");
  await page.getByRole("button", { name: "New livestream" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Title" }).fill(title);
  await dialog.getByLabel("Start time").fill("2031-07-03T20:00");
  await dialog.getByLabel("Time zone").selectOption("America/New_York");
  await dialog.getByLabel("Tags").fill("one, two, three, four, five, six");
  await dialog.getByLabel("Cover image").setInputFiles({ ...cover, buffer: Buffer.from(picture) });
  await expect(dialog.getByAltText("Cover image")).toBeVisible();
  await dialog.getByRole("button", { name: "Create livestream" }).click();
  await expect(dialog.getByText("You can add up to five tags.")).toBeVisible();
  await expect(dialog.getByLabel("Tags")).toBeFocused();
  await expectAccessible(host, "a tag too many", '[role="dialog"]');
  await dialog.getByLabel("Tags").fill("Theatre, Live  music, theatre");
  await dialog.getByRole("button", { name: "Create livestream" }).click();
  await expect(page.getByRole("button", { name: "Go live" })).toBeVisible();

  const { mint } = await host.adoptsShowOnScreen(title);
  const livestream = () => new Client().ok(readLivestream, { params: { mint } });
  expect(await livestream()).toMatchObject({
    scheduledAt: "2031-07-04T00:00:00.000Z",
    timeZone: "America/New_York",
    tags: ["theatre", "live music"],
    cover: expect.stringMatching(/pictures\/cover/),
  });

  await host.button("More").click();
  await page.getByRole("menuitem", { name: "Edit details" }).click();
  await expect(dialog.getByLabel("Start time")).toHaveValue("2031-07-03T20:00");
  await expect(dialog.getByLabel("Time zone")).toHaveValue("America/New_York");
  await dialog.getByLabel("Time zone").selectOption("Europe/Berlin");
  await dialog.getByRole("button", { name: "Remove" }).click();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  expect(await livestream()).toMatchObject({
    scheduledAt: "2031-07-03T18:00:00.000Z",
    timeZone: "Europe/Berlin",
    cover: null,
  });
});
