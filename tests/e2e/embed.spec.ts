import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { readLivestream } from "@/lib/contracts/livestreams";
import { Client } from "../support/api/client";
import { server } from "../support/api/server";
import { expectAccessible } from "../support/browser/accessible";
import { expectMovingPicture } from "../support/browser/probes";
import { expect, test } from "../support/browser/test";

/** A page of another origin with the player in it. */
async function anotherSite(html: string): Promise<{ site: Server; url: string }> {
  const site = createServer((_, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(`<!doctype html><title>A blog</title><h1>My blog</h1>${html}`);
  });
  await new Promise<void>((listening) => site.listen(0, "127.0.0.1", listening));
  return { site, url: `http://127.0.0.1:${(site.address() as AddressInfo).port}` };
}

test("a page of another site shows the player, and the picture moves there", async ({
  host,
  cast,
}) => {
  const show = await host.makesShow();
  const reader = await cast.passerBy();
  await reader.opens(`/embed/${show.mint}`);
  await reader.reads("Starts soon");
  await expectAccessible(reader, "embedded, before the show");
  await host.goesLive(show);
  await expectMovingPicture(reader.page.locator("video").first());
  await expectAccessible(reader, "embedded, live");
  const { body } = await new Client().send(
    `/oembed?url=${encodeURIComponent(`${server.url}/watch/${show.mint}`)}&maxwidth=640`,
  );
  const { site, url } = await anotherSite((body as { html: string }).html);
  const passerBy = await cast.passerBy();
  try {
    await passerBy.page.goto(url);
    const player = passerBy.page.frameLocator("iframe");
    await expectMovingPicture(player.locator("video").first());
    const link = player.getByRole("link", { name: show.title });
    await expect(link).toHaveAttribute("href", `/watch/${show.mint}`);
    await host.ends();
    await reader.reads("The show has ended");
    await expect(reader.page.getByText("The chat stays")).toHaveCount(0);
    await expectAccessible(reader, "embedded, ended");
    const opened = passerBy.page.waitForEvent("popup");
    await player.getByRole("link", { name: "See what’s live" }).click();
    await (await opened).close();
    // The rest of the site does not come into a frame by the back door.
    await expect(player.getByRole("heading", { name: show.title })).toBeAttached();
  } finally {
    site.close();
    site.closeAllConnections();
  }
});

test("while a show is on, its page sends a small picture of it", async ({ host }) => {
  const show = await host.goesLive();
  const frame = async () =>
    (await new Client().ok(readLivestream, { params: { mint: show.mint } })).frame;
  await expect.poll(frame, { timeout: 30_000 }).toMatch(/pictures\/frame/);
  const answer = await host.page.request.get(`${server.url}${await frame()}`);
  expect(answer.headers()["content-type"]).toBe("image/jpeg");
});
