import { goLive } from "@/lib/contracts/livestreams";
import type { Host } from "@/tests/support/browser/people/host";
import { unique } from "../support/browser/accounts";
import { expect, test } from "../support/browser/test";

const aTag = (stem: string) => unique(stem).replace("_", "-");

/** A tagged show on air, by a creator who has no other. */
async function onAir(host: Host, title: string, tag: string) {
  const show = await host.makesShow({ title, tags: [tag] });
  await host.account.api.ok(goLive, { params: { mint: show.mint } });
  return show;
}

test("a visitor finds a show by search and by tag, and opens its creator's channel from it", async ({
  cast,
  host,
}) => {
  const word = unique("nightingale");
  const tag = aTag("songs");
  const title = `The ${word}`;
  await onAir(host, title, tag);
  const soon = await host.makesShow({
    title: `${word} again`,
    scheduledAt: new Date(Date.now() + 86_400_000).toISOString(),
  });
  const hidden = await host.makesShow({ title: `${word} rehearsal`, visibility: "private" });
  const other = await cast.host("Olga");
  await onAir(other, unique("something else"), aTag("other"));

  const visitor = await cast.passerBy();
  const { page } = visitor;
  const search = page.getByRole("searchbox", { name: "Search livestreams" });
  const found = page.getByRole("main").getByRole("heading", { level: 3 });

  await test.step("types words of the title, and the URL follows", async () => {
    await visitor.opens("/");
    await search.fill(`${word} the`);
    await expect(found).toHaveText([title]);
    await expect(page).toHaveURL(`/?q=${word}+the`);
    await visitor.reads("1 livestream");
    await search.fill(word);
    await expect(found).toHaveText([title, soon.title]);
  });

  await test.step("goes back to all shows", async () => {
    await page.getByRole("link", { name: "Show all" }).click();
    await expect(page).toHaveURL("/");
    await expect(search).toHaveValue("");
    await expect(page.getByRole("link", { name: "Show all" })).toHaveCount(0);
  });

  await test.step("is told when nothing matches", async () => {
    await search.fill(`${word} zzz`);
    await visitor.reads(`No livestreams match “${word} zzz”.`);
  });

  await test.step("filters by a tag, and removes the filter", async () => {
    await visitor.opens(`/?tag=${tag}`);
    await expect(found).toHaveText([title]);
    const chosen = page.getByRole("link", { name: `#${tag}` });
    await expect(chosen).toHaveAttribute("aria-current", "true");
    await chosen.click();
    await expect(page).toHaveURL("/");
    await visitor.opens(`/?tag=${tag}`);
  });

  await test.step("opens the creator's channel", async () => {
    await page.getByRole("link", { name: host.name, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: host.name })).toBeVisible();
    await expect(page).toHaveURL(`/@${host.account.handle}`);
    await expect(page).toHaveTitle(`${host.name} (@${host.account.handle}) · Greenroom`);
    await expect(found).toHaveText([title, soon.title]);
    await expect(page.getByText(hidden.title)).toHaveCount(0);
    await visitor.reloads();
    await expect(found).toHaveText([title, soon.title]);
  });

  await test.step("and opens the show from there", async () => {
    await page.getByRole("link", { name: soon.title }).click();
    await expect(page).toHaveURL(`/watch/${soon.mint}`);
  });
});

test("the search works before and without any script", async ({ cast, host, castIn }) => {
  const word = unique("lantern");
  await onAir(host, `The ${word}`, aTag("light"));
  const other = await cast.host("Olga");
  await onAir(other, unique("something else"), aTag("other"));

  const plain = castIn({ javaScriptEnabled: false });
  const { page } = await plain.passerBy();
  await page.goto("/");
  await page.getByRole("searchbox", { name: "Search livestreams" }).fill(word);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main").getByRole("heading", { level: 3 })).toHaveText([
    `The ${word}`,
  ]);
  await expect(page).toHaveURL(`/?q=${word}`);
});

test("a creator without public shows has no channel for strangers", async ({ cast, host }) => {
  await host.makesShow({ visibility: "private" });
  const visitor = await cast.passerBy();
  visitor.watch.expects(/status of 404/);
  await visitor.opens(`/@${host.account.handle}`);
  await visitor.reads("Page not found");
  await host.opens(`/@${host.account.handle}`);
  await host.reads("This is your channel.");
});
