import type { Locator, Page } from "@playwright/test";
import { watchPath } from "@/lib/client/livestreams/livestream-paths";
import { expectAccessible } from "../support/browser/accessible";
import { unique } from "../support/browser/accounts";
import { expect, test } from "../support/browser/test";

const rowsOf = (page: Page, title: string): Locator =>
  page.getByRole("main").getByRole("listitem").filter({ hasText: title });

async function choose(page: Page, row: Locator, item: string): Promise<void> {
  await row.getByRole("button", { name: /^More actions/ }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

test("a creator plans a draft, copies it, cancels and takes that back, and deletes the copy", async ({
  cast,
  host,
}) => {
  const { page } = host;
  const title = unique("Evening");
  const show = await host.makesShow({ title });
  const visitor = await cast.passerBy();
  const finds = async (count: number) => {
    await visitor.opens(`/?q=${title}`);
    await expect(visitor.page.getByRole("heading", { level: 3, name: title })).toHaveCount(count);
  };
  await host.opens("/studio");
  const cancelled = page.getByRole("region", { name: "Cancelled" });
  // The copy is a draft, and stays one.
  const row = rowsOf(page, title).filter({ hasNotText: /No start time/ });
  const dialog = page.getByRole("dialog");
  const question = page.getByRole("alertdialog");

  await test.step("a draft is marked, and no one else finds it", async () => {
    await expect(rowsOf(page, title).getByText("Draft", { exact: true })).toBeVisible();
    await finds(0);
  });

  await test.step("with a start time it is listed", async () => {
    await choose(page, rowsOf(page, title), "Edit details");
    await dialog.getByLabel("Start time").fill("2031-07-03T20:00");
    await dialog.getByRole("button", { name: "Save" }).click();
    await host.reads("Changes saved.");
    await expect(row).toBeVisible();
    await finds(1);
  });

  await test.step("a copy is a draft", async () => {
    await choose(page, row, "Duplicate");
    await host.reads("Copied as a draft.");
    await expect(rowsOf(page, title)).toHaveCount(2);
    await expect(rowsOf(page, title).getByText("Draft", { exact: true })).toHaveCount(1);
    await finds(1);
  });

  await test.step("someone who waits for it is told that it is cancelled, and that it is not", async () => {
    await visitor.opens(watchPath(show.mint));
    await visitor.reads(/Starts/);
    await choose(page, row, "Cancel livestream");
    await expect(question.getByText("You can undo this later.")).toBeVisible();
    await expectAccessible(host, "cancelling a livestream", '[role="alertdialog"]');
    await question.getByRole("button", { name: "Cancel livestream" }).click();
    await host.reads("The livestream was cancelled.");
    await visitor.reads("This livestream was cancelled");
    await page.getByRole("button", { name: "Undo" }).click();
    await host.reads("The livestream is no longer cancelled.");
    await expect(cancelled).toHaveCount(0);
    await visitor.reads(/Starts/);
  });

  await test.step("without undo it moves to the cancelled ones, and can take place later", async () => {
    await choose(page, row, "Cancel livestream");
    await question.getByRole("button", { name: "Cancel livestream" }).click();
    await expect(cancelled.getByRole("heading", { name: title })).toBeVisible();
    await visitor.reads("This livestream was cancelled");
    await choose(page, cancelled.getByRole("listitem"), "Undo cancellation");
    await expect(cancelled).toHaveCount(0);
  });

  await test.step("the copy is deleted for good", async () => {
    const copy = rowsOf(page, title).filter({ hasText: "Draft" });
    const link = await copy.getByRole("link", { name: /Watch page/ }).getAttribute("href");
    await visitor.opens(link ?? "");
    await visitor.reads("Starts soon");
    await choose(page, copy, "Delete");
    await expect(question.getByText(/chat, images, invites and stream keys/)).toBeVisible();
    await question.getByRole("button", { name: "Delete" }).click();
    await host.reads("The livestream was deleted.");
    await expect(rowsOf(page, title)).toHaveCount(1);
    await visitor.reads("This livestream is no longer available");
    await expect(visitor.button("Share")).toHaveCount(0);
    visitor.watch.expects(/status of 404/);
    await visitor.reloads();
    await visitor.reads("Livestream not found");
  });

  await expectAccessible(host, "my livestreams", "main");
});

test("a co-host cannot copy or delete a livestream; its studio says that it is cancelled, and undoes it", async ({
  host,
  cohost,
}) => {
  const show = await host.makesShow({ scheduledAt: "2031-07-03T18:00:00.000Z" });
  await host.shares(show, cohost);
  const { page } = cohost;
  await cohost.opens("/studio");
  await rowsOf(page, show.title)
    .getByRole("button", { name: /^More actions/ })
    .click();
  await expect(page.getByRole("menuitem")).toHaveText(["Edit details", "Cancel livestream"]);
  await page.keyboard.press("Escape");

  await cohost.opensStudio(show);
  await cohost.button("More").click();
  await page.getByRole("menuitem", { name: "Cancel livestream" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Cancel livestream" }).click();
  await expect(page.getByRole("heading", { name: "This livestream was cancelled" })).toBeVisible();
  await cohost.button("Undo cancellation").click();
  await expect(page.getByRole("button", { name: "Go live" })).toBeVisible();
});
