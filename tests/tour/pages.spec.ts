import { watchPath } from "@/lib/client/livestreams/livestream-paths";
import { cancelLivestream } from "@/lib/contracts/livestream-actions";
import { expect, test } from "../support/browser/test";
import { photograph, photographLive } from "./album";

test("a refused sign-in, and a form with mistakes", async ({ viewer }) => {
  const { page, watch } = viewer;
  watch.expects(/status of (400|401)/);
  await viewer.opens("/sign-in");
  await page.getByLabel("Email").fill("nobody@example.org");
  await page.getByLabel("Password", { exact: true }).fill("not the password");
  await viewer.button("Sign in").click();
  await expect(page.getByText(/^Wrong email/).first()).toBeVisible();
  await photograph(viewer, "sign-in-refused");

  await viewer.opens("/sign-up");
  await page.getByLabel("Name").fill("Ada");
  await page.getByLabel("Email").fill("ada");
  await page.getByLabel("Password", { exact: true }).fill("short");
  await viewer.button("Create account").click();
  await expect(page.getByLabel("Password", { exact: true })).toHaveAttribute(
    "aria-invalid",
    "true",
  );
  await photograph(viewer, "sign-up-refused");
});

test("a forgotten password, a link that has expired, and the links of mail", async ({ viewer }) => {
  await viewer.opens("/reset-password");
  await photograph(viewer, "forgot-password");
  await viewer.opens("/reset-password#expired");
  await viewer.reads("This link has expired or was already used.");
  await photograph(viewer, "reset-link-expired");
  await viewer.opens("/finish-sign-up#invented");
  await photograph(viewer, "finish-sign-up");
  await viewer.opens("/confirm-email#invented");
  await photograph(viewer, "confirm-email");
});

test("my livestreams, empty and full, and a new one", async ({ host }) => {
  await host.opens("/studio");
  await photograph(host, "my-livestreams-empty");
  await host.button("Account of Hanna").click();
  await photograph(host, "account-menu");
  await host.page.keyboard.press("Escape");
  await host.button("New livestream").click();
  await expect(host.page.getByLabel("Title", { exact: true })).toBeVisible();
  await photograph(host, "new-livestream");
  host.watch.expects(/status of 400/);
  await host.button("Create livestream").click();
  await expect(host.page.getByLabel("Title", { exact: true })).toHaveAttribute(
    "aria-invalid",
    "true",
  );
  await photograph(host, "new-livestream-refused");
});

test("shows that are live, upcoming and over", async ({ cast, signedInViewer }) => {
  const hanna = await cast.host("Hanna Lindqvist");
  const bjoern = await cast.host("Björn Þórðarson");
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  await hanna.makesShow({
    title: "Rehearsal with the string section",
    scheduledAt: inDays(1),
    visibility: "private",
  });
  await hanna.makesShow({ title: "Members’ evening", visibility: "unlisted" });
  await hanna.makesShow({ title: "Open studio", scheduledAt: inDays(3) });
  const cancelled = await hanna.makesShow({ title: "Picnic concert", scheduledAt: inDays(4) });
  const { mint } = cancelled;
  await hanna.account.api.ok(cancelLivestream, { params: { mint } });
  await bjoern.makesShow({
    title: "Winter lectures, part two: the glass harmonica",
    scheduledAt: inDays(9),
  });
  await bjoern.goesLive(await bjoern.makesShow({ title: "Winter lectures, part one" }));
  await bjoern.ends();
  const long =
    "Questions and answers about a very long title that goes on until nobody wants to read it";
  await bjoern.goesLive(await bjoern.makesShow({ title: long }));
  await hanna.goesLive(await hanna.makesShow({ title: "The Thursday show" }));

  await signedInViewer.opens("/");
  await signedInViewer.reads("The Thursday show");
  await photograph(signedInViewer, "discover");
  await hanna.comesBack();
  await hanna.opens("/studio");
  await hanna.reads("The Thursday show");
  await photograph(hanna, "my-livestreams");
  await hanna.button("More actions for Open studio").click();
  await photograph(hanna, "my-livestreams-menu");
  await hanna.page.getByRole("menuitem", { name: "Delete" }).click();
  await photograph(hanna, "my-livestreams-delete");
  await hanna.opensStudio(cancelled);
  await hanna.reads("This livestream was cancelled");
  await photograph(hanna, "studio-cancelled");
  await signedInViewer.opens(watchPath(mint));
  await signedInViewer.reads("This livestream was cancelled");
  await photographLive(signedInViewer, "watch-cancelled");
});
