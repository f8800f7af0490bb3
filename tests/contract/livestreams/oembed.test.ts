import { beforeAll, expect, test } from "vitest";
import { readOEmbed } from "@/lib/contracts/oembed";
import { putCover } from "@/lib/contracts/pictures";
import { Client } from "@/tests/support/api/client";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aLiveShow,
  aLivestream,
  anAccount,
  join,
  type Person,
} from "@/tests/support/api/factories";
import { aPicture } from "@/tests/support/api/pictures";
import { server } from "@/tests/support/api/server";

const nobody = new Client();
let ada: Person;
beforeAll(async () => {
  ada = await anAccount("Ada Lovelace");
});

const watchPage = (mint: string) => `${server.url}/watch/${mint}`;
const ask = (query: Record<string, string>, client = nobody) =>
  client.send(`/oembed?${new URLSearchParams(query)}`);

test("200: the player of a watch page, as oEmbed", async () => {
  const { mint, title } = await aLivestream(ada, { title: 'A "quoted" <b>show</b> & more' });
  const embedded = await nobody.ok(readOEmbed, { query: { url: watchPage(mint) } });
  expect(embedded).toMatchObject({
    version: "1.0",
    type: "video",
    provider_name: "Greenroom",
    provider_url: server.url,
    title,
    author_name: "Ada Lovelace",
    author_url: `${server.url}/@${ada.handle}`,
    width: 1280,
    height: 720,
  });
  expect(embedded.html).toContain(`src="${server.url}/embed/${mint}"`);
  expect(embedded.html).toContain("A &quot;quoted&quot; &lt;b&gt;show&lt;/b&gt; &amp; more");
  expect(embedded).not.toHaveProperty("thumbnail_url");
});

test("200: no larger than requested, at 16:9", async () => {
  const { mint } = await aLivestream(ada);
  const sizes = [
    [{ maxwidth: "640" }, 640, 360],
    [{ maxheight: "180" }, 320, 180],
    [{ maxwidth: "400", maxheight: "1000" }, 400, 225],
    [{ maxwidth: "9000" }, 1280, 720],
    [{ maxwidth: "1" }, 1, 1],
  ] as const;
  for (const [bounds, width, height] of sizes) {
    const answer = await ask({ url: watchPage(mint), ...bounds });
    expect(answer.body, JSON.stringify(bounds)).toMatchObject({ width, height });
  }
});

test("200: the cover and its size as thumbnail", async () => {
  const { mint } = await aLivestream(ada);
  const body = await aPicture({ width: 800, height: 450 });
  const { cover } = await ada.api.ok(putCover, { params: { mint }, body });
  expect((await ask({ url: `${server.url}/embed/${mint}/`, format: "json" })).body).toMatchObject({
    thumbnail_url: `${server.url}${cover}`,
    thumbnail_width: 800,
    thumbnail_height: 450,
  });
});

test("404: a private show, even for an allowed viewer, and any other URL", async () => {
  const closed = await aLiveShow(ada, "private");
  const bob = await anAccount();
  await join(ada, closed, bob, "viewer");
  const { mint } = await aLivestream(ada);
  const none = await ask({ url: watchPage("NoSuchShow123456") });
  expectProblem(none, 404, "livestream-not-found");
  const others = [
    watchPage(closed),
    `https://evil.example/watch/${mint}`,
    `${server.url}/studio/${mint}`,
    `${server.url}/watch/${mint}/more`,
    `${server.url}/watch/`,
    "not an address",
  ];
  for (const url of others) {
    for (const client of [nobody, bob.api]) {
      expect((await ask({ url }, client)).text, url).toBe(none.text);
    }
  }
});

test("400: no URL, or an invalid size", async () => {
  const { mint } = await aLivestream(ada);
  expectProblem(await ask({}), 400, "invalid-request");
  for (const maxwidth of ["0", "-1", "wide"]) {
    expectProblem(await ask({ url: watchPage(mint), maxwidth }), 400, "invalid-request");
  }
});

test("501: XML is not supported", async () => {
  const { mint } = await aLivestream(ada);
  const answer = await ask({ url: watchPage(mint), format: "xml" });
  expectProblem(answer, 501, "format-not-supported");
});
