import { expect, test } from "../support/browser/tour";

const both = { themes: ["light", "dark"] } as const;

test("site: before anybody is here", async ({ album, cast }) => {
  const somebody = await cast.passerBy();
  const { page } = somebody;
  const at = (name: string) => album.takes(page, name, both);

  await somebody.opens("/");
  await at("start page, empty");
  await somebody.opens("/sign-up");
  await at("create account, the first");
  somebody.watch.expects(/status of 400/);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("textbox", { name: "E-mail" })).toHaveAttribute("aria-invalid", "true");
  await at("create account, refused");
  await somebody.opens("/sign-in");
  await at("sign in");
  somebody.watch.expects(/status of 401/);
  await page.getByLabel("E-mail").fill("ada@example.org");
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await somebody.reads("The e-mail address or the password is wrong.");
  await at("sign in, refused");
  somebody.watch.expects(/status of 404/);
  await somebody.opens("/nowhere");
  await at("not found");
});

test("site: somebody's first livestreams", async ({ album, host }) => {
  const { page } = host;
  const at = (name: string) => album.takes(page, name, both);

  await host.opens("/studio");
  await at("my livestreams, empty");
  await page.getByRole("button", { name: "Account of Hanna" }).click();
  await at("account menu");
  await page.keyboard.press("Escape");
  await host.button("New livestream").click();
  await at("new livestream");
  host.watch.expects(/status of 400/);
  await host.button("Create livestream").click();
  await expect(page.getByRole("textbox", { name: "Title" })).toHaveAttribute("aria-invalid", "true");
  await at("new livestream, refused");
});

test("site: with shows on air, to come and over", async ({ album, cast }) => {
  const host = await cast.host("Hanna Lindqvist");
  const other = await cast.host("Björn Þórðarson");
  const day = 24 * 3_600_000;
  const at = (days: number) => new Date(Date.now() + days * day).toISOString();
  await host.makesShow({ title: "Rehearsal with the string section", scheduledAt: at(1) });
  await host.makesShow({ title: "Members’ evening", visibility: "private", scheduledAt: at(9) });
  await host.makesShow({ title: "Untitled", visibility: "unlisted" });
  await other.makesShow({ title: "Winter lectures, part two: the glass harmonica", scheduledAt: at(3) });
  const over = await other.makesShow({ title: "Winter lectures, part one" });
  await other.goesLive(over);
  await other.ends();
  const long =
    "Questions and answers with the makers of a very long title that goes on until nobody wants to read it any more";
  await other.goesLive(await other.makesShow({ title: long }));
  await host.goesLive(await host.makesShow({ title: "The Thursday show" }));

  const visitor = await cast.signedInViewer("Vera");
  await visitor.opens("/");
  await visitor.reads("The Thursday show");
  await album.takes(visitor.page, "start page", both);
  await host.closesTab();
  await host.comesBack();
  await host.opens("/studio");
  await host.reads("The Thursday show");
  await album.takes(host.page, "my livestreams", both);
});
