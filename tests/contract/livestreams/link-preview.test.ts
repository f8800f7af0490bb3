import { beforeAll, expect, test } from "vitest";
import { putCover } from "@/lib/contracts/pictures";
import { Client } from "@/tests/support/api/client";
import { aLiveShow, aLivestream, anAccount, type Person } from "@/tests/support/api/factories";
import { aPicture } from "@/tests/support/api/pictures";
import { server } from "@/tests/support/api/server";

let ada: Person;
beforeAll(async () => {
  ada = await anAccount("Ada Lovelace");
});

/** A page as a link-preview bot fetches it: without an account, and with a forged host. */
const page = (path: string) =>
  new Client().send(path, {
    headers: {
      accept: "text/html",
      "x-forwarded-host": "evil.example",
      "user-agent": "Twitterbot/1",
    },
  });

/** The values of the head's tags, by name. */
function tagsOf(html: string): Map<string, string> {
  const tags = new Map<string, string>();
  for (const [tag] of html.matchAll(/<(?:meta|link)\b[^>]*>/g)) {
    const part = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
    const name = part("property") ?? part("name") ?? part("type") ?? part("rel");
    if (name) tags.set(name, part("content") ?? part("href") ?? "");
  }
  return tags;
}

test("200: the link preview of a public show has its title, its cover and its player", async () => {
  const { mint, title } = await aLivestream(ada);
  const { cover } = await ada.api.ok(putCover, { params: { mint }, body: await aPicture() });
  const { text } = await page(`/watch/${mint}`);
  const tags = tagsOf(text);
  const url = `${server.url}/watch/${mint}`;
  expect(tags.get("og:title")).toBe(title);
  expect(tags.get("og:url")).toBe(url);
  expect(tags.get("og:image")).toBe(`${server.url}${cover}`);
  expect(tags.get("twitter:card")).toBe("summary_large_image");
  expect(tags.get("twitter:image")).toBe(`${server.url}${cover}`);
  expect(tags.get("canonical")).toBe(url);
  expect(tags.get("application/json+oembed")?.replaceAll("&amp;", "&")).toBe(
    `${server.url}/oembed?format=json&url=${encodeURIComponent(url)}`,
  );
  expect(tags.has("robots")).toBe(false);
  expect(text).not.toContain("evil.example");
});

test("200: an unlisted show has a link preview too, but is not for search engines", async () => {
  const { mint, title } = await aLivestream(ada, { visibility: "unlisted" });
  const tags = tagsOf((await page(`/watch/${mint}`)).text);
  expect(tags.get("og:title")).toBe(title);
  expect(tags.get("og:image")).toContain(`${server.url}/livestreams/${mint}/card?`);
  expect(tags.get("twitter:card")).toBe("summary_large_image");
  expect(tags.get("robots")).toContain("noindex");
});

test("404: for a stranger, a private show's page reveals nothing", async () => {
  const { mint, title } = await aLivestream(ada, { visibility: "private" });
  for (const path of [`/watch/${mint}`, `/embed/${mint}`]) {
    const { status, text } = await page(path);
    expect(status, path).toBe(404);
    expect(text).not.toContain(title);
    expect(text).not.toContain("Ada Lovelace");
    expect(tagsOf(text).has("og:image")).toBe(false);
  }
});

test("only the player can be framed by other pages", async () => {
  const mint = await aLiveShow(ada);
  const ancestors = async (path: string) => {
    const policy = (await page(path)).headers.get("content-security-policy") ?? "";
    return /frame-ancestors ([^;]*)/.exec(policy)?.[1];
  };
  expect(await ancestors(`/embed/${mint}`)).toBe("*");
  for (const path of [`/watch/${mint}`, "/", "/sign-in", `/livestreams/${mint}`, "/embed/a/b"]) {
    expect(await ancestors(path), path).toBe("'none'");
  }
  const { headers } = await page(`/embed/${mint}`);
  expect(headers.get("permissions-policy")).toContain("camera=()");
  expect(headers.get("x-frame-options")).toBeNull();
});

test("the player, which uses no camera, cannot compile the background blur", async () => {
  const mint = await aLiveShow(ada);
  const scriptsOf = async (path: string) => {
    const policy = (await page(path)).headers.get("content-security-policy") ?? "";
    return /script-src ([^;]*)/.exec(policy)?.[1]?.replace(/nonce-[\w+/=]{24}/, "nonce-…");
  };
  expect(await scriptsOf(`/embed/${mint}`)).toBe("'self' 'nonce-…'");
  expect(await scriptsOf(`/studio/${mint}`)).toBe("'self' 'nonce-…' 'wasm-unsafe-eval'");
});

test("200: the embedded player sets no cookie and is not for search engines", async () => {
  const mint = await aLiveShow(ada);
  const { status, headers, text } = await page(`/embed/${mint}`);
  expect(status).toBe(200);
  expect(headers.getSetCookie()).toEqual([]);
  expect(tagsOf(text).get("robots")).toContain("noindex");
});
