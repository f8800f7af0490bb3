import { expect, test } from "../support/browser/test";
import { photograph } from "./album";

test("an installation where nothing has happened yet", async ({ viewer }) => {
  await viewer.opens("/");
  await photograph(viewer, "discover-empty");
  await viewer.opens("/sign-up");
  await photograph(viewer, "sign-up");
  await viewer.opens("/sign-in");
  await photograph(viewer, "sign-in");
  viewer.watch.expects(/status of 404/);
  await viewer.opens("/nowhere");
  await photograph(viewer, "not-found");
});

test("sign-in that is refused, and a form that was filled in wrong", async ({ viewer }) => {
  const { page, watch } = viewer;
  watch.expects(/status of (400|401)/);
  await viewer.opens("/sign-in");
  await page.getByLabel("E-mail").fill("nobody@example.org");
  await page.getByLabel("Password", { exact: true }).fill("not the password");
  await viewer.button("Sign in").click();
  await expect(page.getByText(/is wrong/).first()).toBeVisible();
  await photograph(viewer, "sign-in-refused");

  await viewer.opens("/sign-up");
  await page.getByLabel("Name").fill("Ada");
  await page.getByLabel("E-mail").fill("ada");
  await page.getByLabel("Password", { exact: true }).fill("short");
  await viewer.button("Create account").click();
  await expect(page.getByText(/at least 10/).first()).toBeVisible();
  await photograph(viewer, "sign-up-refused");
});

test("my livestreams, empty and full, and a new one", async ({ host }) => {
  await host.opens("/studio");
  await photograph(host, "my-livestreams-empty");
  await host.button("New livestream").click();
  await expect(host.page.getByLabel("Title")).toBeVisible();
  await photograph(host, "new-livestream");

  const planned = new Date(Date.now() + 26 * 3_600_000).toISOString();
  await host.makesShow({ title: "Evening show", scheduledAt: planned });
  await host.makesShow({ title: "Rehearsal of the quartet", visibility: "private" });
  await host.makesShow({ title: "Open studio", visibility: "unlisted" });
  await host.opens("/studio");
  await photograph(host, "my-livestreams");
});
