import { watchPath } from "@/lib/client/livestreams/livestream-paths";
import { addMember, goLive } from "@/lib/contracts/livestreams";
import { unique } from "../support/browser/accounts";
import { expectReachable } from "../support/browser/reachable";
import { expect, test } from "../support/browser/test";

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

test("a description's links open in a new tab, and a tag leads to the livestreams with it", async ({
  cast,
  host,
}) => {
  const tag = unique("jazz").replaceAll("_", "-").toLowerCase();
  const show = await host.makesShow({
    description: "Programme: https://example.org/a_(b). javascript:alert(1)",
    tags: [tag, "live"],
    scheduledAt: inAnHour(),
  });
  const visitor = await cast.passerBy();
  const { page } = visitor;
  await visitor.opens(watchPath(show.mint));
  await page.getByText("About this show").click();
  const link = page.getByRole("link", { name: "https://example.org/a_(b)" });
  await expect(link).toHaveAttribute("href", "https://example.org/a_(b)");
  await expect(link).toHaveAttribute("target", "_blank");
  await expect(link).toHaveAttribute("rel", "noopener noreferrer nofollow ugc");
  await expect(page.getByRole("link", { name: /javascript/ })).toHaveCount(0);

  await page
    .getByRole("list", { name: "Tags" })
    .getByRole("link", { name: `#${tag}` })
    .click();
  await expect(page).toHaveURL(`/?tag=${tag}`);
  await expect(page.getByRole("heading", { level: 3, name: show.title })).toBeVisible();
});

test("title, creator, description, tags and Share stay reachable on small windows, scrolling one way", async ({
  cast,
  host,
}) => {
  const tag = unique("small").replaceAll("_", "-").toLowerCase();
  const title = unique("A rather long title for a show on a small window");
  const wish = { title, description: "About\n".repeat(12), tags: [tag], scheduledAt: inAnHour() };
  const show = await host.makesShow(wish);
  const visitor = await cast.passerBy();
  const { page } = visitor;
  await visitor.opens(watchPath(show.mint));
  for (const [what, width, height] of [
    ["a landscape phone", 844, 390],
    ["200 %", 640, 360],
    ["400 %", 320, 256],
    ["a portrait phone", 360, 640],
  ] as const) {
    await test.step(what, async () => {
      await page.setViewportSize({ width, height });
      await expectReachable(page, [
        page.getByRole("heading", { name: title }),
        page.getByRole("link", { name: host.name, exact: true }),
        page.getByText("About this show"),
        page.getByRole("link", { name: `#${tag}` }),
        page.getByRole("button", { name: "Share" }),
      ]);
    });
  }
});

test("a signed-out visitor of a private link signs in and watches", async ({ cast, host }) => {
  const show = await host.makesShow({ visibility: "private", scheduledAt: inAnHour() });
  await host.account.api.ok(goLive, { params: { mint: show.mint } });
  const viewer = await cast.signedInViewer("Vera");
  const body = { handle: viewer.account?.handle ?? "", role: "viewer" as const };
  await host.account.api.ok(addMember, { params: { mint: show.mint }, body });
  await viewer.page.context().clearCookies();
  viewer.watch.expects(/status of 404/);
  await viewer.watches(show);
  await viewer.findsNothing();
  await viewer.page.getByRole("link", { name: "Sign in", exact: true }).last().click();
  await expect(viewer.page).toHaveURL(`/sign-in?next=%2Fwatch%2F${show.mint}`);
  await viewer.page.getByLabel("Email").fill(viewer.account?.email ?? "");
  await viewer.page.getByRole("textbox", { name: "Password" }).fill(viewer.account?.password ?? "");
  await viewer.page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(viewer.page.getByRole("heading", { name: show.title })).toBeVisible();
});
