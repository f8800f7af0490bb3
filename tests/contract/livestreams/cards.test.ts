import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { changeBrand, removeBrandPicture } from "@/lib/contracts/accounts/brand";
import { readChannelCard, readShowCard } from "@/lib/contracts/cards";
import { brandPictures } from "@/lib/contracts/common/brand";
import { editLivestream, endLivestream } from "@/lib/contracts/livestreams";
import { Client } from "@/tests/support/api/client";
import { limitKey, sql } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aLiveShow,
  aLivestream,
  anAccount,
  join,
  type Person,
  unique,
} from "@/tests/support/api/factories";
import { aPicture, aSeeThroughPicture } from "@/tests/support/api/pictures";
import { server } from "@/tests/support/api/server";

const nobody = new Client();
let ada: Person;
beforeAll(async () => {
  ada = await anAccount("Ada Lovelace");
});

/** A card as a link-preview bot fetches it. */
async function fetched(path: string, { bearer }: Client = nobody) {
  const headers = { ...(bearer && { authorization: `Bearer ${bearer}` }) };
  const answer = await fetch(new URL(path, server.url), { headers });
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
}

/** The card's URL, as the page's head names it. */
async function cardIn(page: string, language = "en"): Promise<string> {
  const { text } = await nobody.send(page, {
    headers: { accept: "text/html", "accept-language": language },
  });
  const found = /<meta property="og:image" content="([^"]*)"/.exec(text)?.[1];
  if (!found) throw new Error(`${page} has no og:image`);
  return found.replaceAll("&amp;", "&");
}

test("200: a show without a cover has a card of 1200 × 630, cacheable forever", async () => {
  const { mint } = await aLivestream(ada);
  const { answer, bytes } = await fetched(await cardIn(`/watch/${mint}`));
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("image/png");
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect(await sharp(bytes).metadata()).toMatchObject({ format: "png", width: 1200, height: 630 });
});

test("200: a changed title, start, time zone or status gives the card a new URL", async () => {
  const { mint } = await aLivestream(ada);
  const params = { mint };
  const addresses = [await cardIn(`/watch/${mint}`)];
  const after = async (change: () => Promise<unknown>) => {
    await change();
    addresses.push(await cardIn(`/watch/${mint}`));
  };
  await after(() => ada.api.ok(editLivestream, { params, body: { title: "Another title" } }));
  const start = { scheduledAt: "2030-01-02T19:00:00Z", timeZone: "Europe/Berlin" };
  await after(() => ada.api.ok(editLivestream, { params, body: start }));
  await after(() => ada.api.ok(editLivestream, { params, body: { timeZone: "America/New_York" } }));
  await after(() => ada.api.ok(endLivestream, { params }));
  expect(new Set(addresses).size).toBe(addresses.length);
  const drawn = await Promise.all(addresses.map((address) => fetched(address)));
  // Every old URL serves the current card, uncached.
  expect(new Set(drawn.map(({ bytes }) => bytes.toString("base64"))).size).toBe(1);
  const kept = drawn.map(({ answer }) => answer.headers.get("cache-control"));
  expect(kept.slice(0, -1)).toEqual(kept.slice(0, -1).map(() => "private, no-cache"));
});

test("200: the card has its show's brand kit: colors, background, logo and overlay, until it is reset", async () => {
  const cleo = await anAccount("Cleo Patra");
  const { mint } = await aLivestream(cleo);
  const plain = await cardIn(`/watch/${mint}`);
  const of = { orgId: cleo.handle };
  const pixels = async () => {
    const { answer, bytes } = await fetched(await cardIn(`/watch/${mint}`));
    expect(answer.headers.get("cache-control")).toContain("immutable");
    const { data, info } = await sharp(bytes)
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return (x: number, y: number) => [...data.subarray(3 * (y * info.width + x)).subarray(0, 3)];
  };
  const near = (colour: number[]) => colour.map((part) => expect.closeTo(part, -1.3));
  await cleo.api.ok(changeBrand, { params: of, body: { accent: "#1f6f4a" } });
  const coloured = await pixels();
  expect(coloured(1190, 10)).toEqual(near([31, 111, 74]));
  const send = async (kind: string, raw: Uint8Array<ArrayBuffer>) => {
    const path = `/organizations/${cleo.handle}/brand/pictures/${kind}`;
    const headers = { "content-type": "image/png" };
    expect((await cleo.api.send(path, { method: "PUT", raw, headers })).status).toBe(200);
  };
  await send("background", await aPicture({ format: "png", colour: "#ffffff" }));
  await send("logo", await aPicture({ format: "png", colour: "#ffd400" }));
  await send("overlay", await aSeeThroughPicture({ colour: "#c8102e" }));
  const dressed = await pixels();
  // White under the scrim, at the right; the overlay covers the left half, and the logo lies on it.
  expect(dressed(1190, 10)).toEqual(near([84, 83, 81]));
  expect(dressed(10, 620)).toEqual(near([200, 16, 46]));
  expect(dressed(90, 80)).toEqual(near([255, 212, 0]));
  await cleo.api.ok(changeBrand, { params: of, body: { accent: null } });
  for (const kind of brandPictures)
    await cleo.api.ok(removeBrandPicture, { params: { ...of, kind } });
  expect(await cardIn(`/watch/${mint}`)).toBe(plain);
});

test("200: a live show's last still is its preview, an ended one's is its card", async () => {
  const mint = await aLiveShow(ada);
  const headers = { "content-type": "image/jpeg" };
  const raw = await aPicture();
  await ada.api.send(`/livestreams/${mint}/frame`, { method: "PUT", raw, headers });
  expect(await cardIn(`/watch/${mint}`)).toContain("/pictures/frame?");
  await ada.api.ok(endLivestream, { params: { mint } });
  expect(await cardIn(`/watch/${mint}`)).toContain("/card?");
});

test("200: the card is in the language of the page's reader", async () => {
  const { mint } = await aLivestream(ada);
  const english = await fetched(await cardIn(`/watch/${mint}`));
  const german = await fetched(await cardIn(`/watch/${mint}`, "de"));
  expect(german.bytes.equals(english.bytes)).toBe(false);
});

test("200: every possible title fits", async () => {
  const words = '<b>&amp; nobody\'s "markup"</b> & more';
  for (const title of [words, "W".repeat(120), "日本語の題名".repeat(20), "🎉".repeat(60)]) {
    const { mint } = await aLivestream(ada, { title });
    const { answer, bytes } = await fetched(`/livestreams/${mint}/card`);
    expect(answer.status, title).toBe(200);
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 1200, height: 630 });
  }
});

test("404: a stranger cannot tell a private show's card from a missing one; for those allowed to watch it is not shared by caches", async () => {
  const closed = await aLiveShow(ada, "private");
  const bob = await anAccount();
  const answers = [];
  for (const mint of [closed, "NoSuchShow123456"]) {
    const answer = await nobody.call(readShowCard, { params: { mint }, query: {} });
    expectProblem(answer, 404, "livestream-not-found");
    answers.push(answer.text.replaceAll(mint, "…"));
  }
  expect(answers[0]).toBe(answers[1]);
  const input = { params: { mint: closed }, query: {} };
  expectProblem(await bob.api.call(readShowCard, input), 404, "livestream-not-found");
  await join(ada, closed, bob, "viewer");
  const { answer } = await fetched(`/livestreams/${closed}/card`, bob.api);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toBe("private, no-cache");
  const { text } = await ada.api.send(`/watch/${closed}`, { headers: { accept: "text/html" } });
  expect(text).not.toContain("og:image");
});

test("200: a channel's link preview has its name and its card", async () => {
  const cleo = await anAccount("Cleo <Patra>");
  await aLivestream(cleo);
  const { text } = await nobody.send(`/@${cleo.handle}`, { headers: { accept: "text/html" } });
  expect(text).toContain(`<meta property="og:url" content="${server.url}/@${cleo.handle}"`);
  expect(text).toContain(`<link rel="canonical" href="${server.url}/@${cleo.handle}"`);
  expect(text).toContain('<meta name="twitter:card" content="summary_large_image"');
  const { answer, bytes } = await fetched(await cardIn(`/@${cleo.handle}`));
  expect(answer.status).toBe(200);
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 1200, height: 630 });
});

test("404: an account without public shows has no card", async () => {
  const cleo = await anAccount("Cleo Patra");
  await aLivestream(cleo, { visibility: "private" });
  const answers = [];
  for (const handle of [cleo.handle, unique("nobody")]) {
    const answer = await nobody.call(readChannelCard, { params: { handle }, query: {} });
    expectProblem(answer, 404, "account-not-found");
    answers.push(answer.text.replaceAll(handle, "…"));
  }
  expect(answers[0]).toBe(answers[1]);
});

test("429: the number of cards drawn for one address is limited; cached cards are always served", async () => {
  const [first, second] = await Promise.all([aLivestream(ada), aLivestream(ada)]);
  const stranger = new Client();
  const read = ({ mint }: { mint: string }) =>
    stranger.call(readShowCard, { params: { mint }, query: {} });
  expect((await read(first)).status).toBe(200);
  const own = limitKey("card-by-address", stranger.address);
  const counted = await sql("update rate_limits set points = 120 where key = $1 returning key", [
    own,
  ]);
  expect(counted).toHaveLength(1);
  expect((await read(first)).status).toBe(200);
  expectProblem(await read(second), 429, "too-many-requests");
  expect((await fetched(`/livestreams/${second.mint}/card`)).answer.status).toBe(200);
});

test("400: an unsupported language", async () => {
  const { mint } = await aLivestream(ada);
  expectProblem(await nobody.send(`/livestreams/${mint}/card?lang=xx`), 400, "invalid-request");
});
