import { server } from "../support/api/server";
import { test } from "../support/browser/test";
import { photograph } from "./album";

// The first file of the tour by its name: nothing has been on air yet.
test("an installation where nothing has happened yet", async ({ viewer }) => {
  await viewer.opens("/");
  await photograph(viewer, "discover-nothing-live");
  await viewer.opens("/sign-up");
  await photograph(viewer, "sign-up-no-admin");
  await viewer.opens(`/sign-up?code=${server.founderCode}`);
  await photograph(viewer, "sign-up-first");
  await viewer.opens("/sign-in");
  await photograph(viewer, "sign-in");
  viewer.watch.expects(/status of 404/);
  await viewer.opens("/nowhere");
  await photograph(viewer, "not-found");
});
