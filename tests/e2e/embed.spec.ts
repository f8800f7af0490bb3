import sharp from "sharp";
import { changeBrand } from "@/lib/contracts/accounts/brand";
import { readLivestream } from "@/lib/contracts/livestreams";
import type { Persona } from "@/tests/support/browser/people/persona";
import { StageManager } from "@/tests/support/browser/people/stage-manager";
import { Client } from "../support/api/client";
import { server } from "../support/api/server";
import { expectAccessible } from "../support/browser/accessible";
import { anotherSite } from "../support/browser/another-site";
import { expectMovingPicture } from "../support/browser/probes";
import type { Show } from "../support/browser/shows";
import { expect, test } from "../support/browser/test";

/** The embed code that another site puts in its page. */
async function embedCodeOf({ mint }: Pick<Show, "mint">): Promise<string> {
  const { body } = await new Client().send(
    `/oembed?url=${encodeURIComponent(`${server.url}/watch/${mint}`)}&maxwidth=640`,
  );
  return (body as { html: string }).html;
}

test("a page of another site shows the player with a moving picture", async ({ host, cast }) => {
  const show = await host.makesShow();
  const reader = await cast.passerBy();
  await reader.opens(`/embed/${show.mint}`);
  await reader.reads("Starts soon");
  await expectAccessible(reader, "embedded, before the show");
  await host.goesLive(show);
  await expectMovingPicture(reader.page.locator("video").first());
  await expectAccessible(reader, "embedded, live");
  for (const name of ["Chat", "Theatre mode"]) await expect(reader.button(name)).toHaveCount(0);
  const site = await anotherSite(await embedCodeOf(show));
  const passerBy = await cast.passerBy();
  try {
    await passerBy.page.goto(site.url);
    const player = passerBy.page.frameLocator("iframe");
    await expectMovingPicture(player.locator("video").first());
    const link = player.getByRole("link", { name: show.title });
    await expect(link).toHaveAttribute("href", `/watch/${show.mint}`);
    await host.ends();
    await reader.reads("The show has ended");
    await expect(reader.page.getByText("You can still read the chat")).toHaveCount(0);
    await expectAccessible(reader, "embedded, ended");
    const opened = passerBy.page.waitForEvent("popup");
    await player.getByRole("link", { name: "See what’s live" }).click();
    await (await opened).close();
    // The rest of the site cannot be opened in the frame.
    await expect(player.getByRole("heading", { name: show.title })).toBeAttached();
  } finally {
    site.close();
  }
});

test("in a sandboxed frame on another site, viewers see the countdown, the picture and the end", async ({
  host,
  cast,
}) => {
  const show = await host.makesShow({
    scheduledAt: new Date(Date.now() + 3_600_000).toISOString(),
  });
  // An opaque origin: no cookies, no storage, and every request is cross-origin.
  const html = (await embedCodeOf(show)).replace("<iframe ", '<iframe sandbox="allow-scripts" ');
  const site = await anotherSite(html);
  const early = await cast.passerBy();
  const late = await cast.passerBy();
  const playerOf = ({ page }: Persona) => page.frameLocator("iframe");
  try {
    await early.page.goto(site.url);
    await expect(playerOf(early).getByRole("timer")).toHaveText(/minutes/);
    await host.goesLive(show);
    await expectMovingPicture(playerOf(early).locator("video").first());
    await late.page.goto(site.url);
    await expectMovingPicture(playerOf(late).locator("video").first());
    const frame = playerOf(late).locator("body");
    expect(await frame.evaluate(() => globalThis.origin)).toBe("null");
    await host.ends();
    for (const each of [early, late]) {
      await expect(playerOf(each).getByText("The show has ended")).toBeVisible();
      await expect(playerOf(each).getByRole("link", { name: "See what’s live" })).toBeVisible();
    }
  } finally {
    site.close();
  }
});

test("during a show, the host's page sends a small picture of the programme, for link previews", async ({
  host,
}) => {
  const accent = "#c026d3";
  const params = { orgId: host.account.handle };
  await host.account.api.ok(changeBrand, {
    params,
    body: { accent, text: "#ffffff", nameSize: "large" },
  });
  const show = await host.goesLive();
  await new StageManager(host).shows("Questions at the end");
  const { mint } = show;
  const frame = async () => (await new Client().ok(readLivestream, { params: { mint } })).frame;
  const isAccent = (colour: number[]) =>
    [192, 38, 211].every((part, at) => Math.abs(part - (colour[at] ?? 0)) < 24);
  /** The places in units where the still has the kit's accent color. */
  const drawn = async () => {
    const path = await frame();
    if (!path) return null;
    const answer = await host.page.request.get(`${server.url}${path}`);
    expect(answer.headers()["content-type"]).toBe("image/jpeg");
    const { data, info } = await sharp(await answer.body())
      .raw()
      .toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number) => {
      const start =
        3 *
        (Math.round((y * info.height) / 900) * info.width + Math.round((x * info.width) / 1600));
      return isAccent([...data.subarray(start, start + 3)]);
    };
    // The banner's left end; the name over it; as far to its right as "Hanna (you)" would reach.
    return { banner: at(16, 880), name: at(29, 750), you: at(300, 786) };
  };
  await expect.poll(drawn, { timeout: 90_000 }).toEqual({ banner: true, name: true, you: false });
});
