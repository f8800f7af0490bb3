import { expect, test } from "../support/cluster/test";

test.skip(!process.env.REDIS, "this machine lacks the programs of several machines");

test("a page opens through Caddy and its certificate", async ({ first, world }) => {
  const somebody = await first.passerBy();
  await somebody.opens("/");
  expect(somebody.page.url()).toBe(`${world.url}/`);
  await expect(somebody.page.getByRole("heading").first()).toBeVisible();
});
