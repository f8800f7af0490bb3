import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { coverMaxBytes, frameMaxBytes } from "@/lib/contracts/common/limits";
import { endLivestream, readLivestream } from "@/lib/contracts/livestreams";
import { putCover, putFrame, removeCover } from "@/lib/contracts/pictures";
import { Client } from "@/tests/support/api/client";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aGuestWaiting,
  aLiveShow,
  aLivestream,
  anAccount,
  anInvite,
  join,
  type Person,
} from "@/tests/support/api/factories";
import { aBomb, aPicture } from "@/tests/support/api/pictures";
import { server } from "@/tests/support/api/server";

const nobody = new Client();
let ada: Person;
let bob: Person;
beforeAll(async () => {
  [ada, bob] = await Promise.all([anAccount(), anAccount()]);
});

type Bytes = Uint8Array<ArrayBuffer>;
const put = (client: Client, path: string, raw: Bytes | string, type = "image/jpeg") =>
  client.send(path, { method: "PUT", raw, headers: { "content-type": type } });
const cover = (mint: string) => `/livestreams/${mint}/cover`;

/** A picture as a browser receives it, with its bytes. */
async function fetched(path: string, { bearer }: Client = nobody, headers = {}) {
  const answer = await fetch(new URL(path, server.url), {
    headers: { ...(bearer && { authorization: `Bearer ${bearer}` }), ...headers },
  });
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
}

async function coverOf(mint: string, wish = {}): Promise<string> {
  const body = await aPicture(wish);
  const { cover: path } = await ada.api.ok(putCover, { params: { mint }, body });
  if (!path) throw new Error("the livestream has no cover image");
  return path;
}

for (const format of ["jpeg", "png", "webp"] as const) {
  test(`200: a cover sent as ${format} is served as a JPEG, cacheable forever`, async () => {
    const { mint } = await aLivestream(ada);
    const path = await coverOf(mint, { format });
    const { answer, bytes } = await fetched(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("image/jpeg");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(await sharp(bytes).metadata()).toMatchObject({ format: "jpeg", width: 320 });
    const { cover: named } = await nobody.ok(readLivestream, { params: { mint } });
    expect(named).toBe(path);
  });
}

test("200: only the visible picture is kept: no location, no notes, no thumbnail", async () => {
  const { mint } = await aLivestream(ada);
  const noted = await sharp(await aPicture())
    .withExif({ IFD0: { Copyright: "Ada's secret note" }, IFD3: { GPSLatitude: "51/1 30/1 0/1" } })
    .toBuffer();
  expect(noted.includes("secret note")).toBe(true);
  const body = new Uint8Array(noted);
  const { cover: path } = await ada.api.ok(putCover, { params: { mint }, body });
  const { bytes } = await fetched(path ?? "");
  expect(bytes.includes("secret note")).toBe(false);
  expect((await sharp(bytes).metadata()).exif).toBeUndefined();
});

test("200: a page appended to a picture is dropped", async () => {
  const { mint } = await aLivestream(ada);
  const page = "<html><script>alert(document.domain)</script></html>";
  const body = new Uint8Array(Buffer.concat([await aPicture(), Buffer.from(page)]));
  const { cover: path } = await ada.api.ok(putCover, { params: { mint }, body });
  expect((await fetched(path ?? "")).bytes.includes("<script>")).toBe(false);
});

test("200: a large picture is scaled down, a rotated one turned upright", async () => {
  const { mint } = await aLivestream(ada);
  const large = await fetched(await coverOf(mint, { width: 2_400, height: 1_800 }));
  expect(await sharp(large.bytes).metadata()).toMatchObject({ width: 1_200, height: 900 });
  const turned = await sharp(await aPicture({ width: 300, height: 100 }))
    .withMetadata({ orientation: 6 })
    .toBuffer();
  const body = new Uint8Array(turned);
  const { cover: path } = await ada.api.ok(putCover, { params: { mint }, body });
  const stood = await sharp((await fetched(path ?? "")).bytes).metadata();
  expect(stood).toMatchObject({ width: 100, height: 300 });
});

test("200: an old digest serves the new picture, uncached", async () => {
  const { mint } = await aLivestream(ada);
  const first = await coverOf(mint);
  const second = await coverOf(mint, { colour: "#aa3322" });
  expect(second).not.toBe(first);
  const old = await fetched(first);
  expect(old.answer.headers.get("cache-control")).toBe("private, no-cache");
  expect(old.bytes.equals((await fetched(second)).bytes)).toBe(true);
});

test("304: a client that has the picture is not sent it again", async () => {
  const { mint } = await aLivestream(ada);
  const path = await coverOf(mint);
  const etag = (await fetched(path)).answer.headers.get("etag") ?? "";
  const again = await fetched(path, nobody, { "if-none-match": etag });
  expect(again.answer.status).toBe(304);
  expect(again.bytes.byteLength).toBe(0);
  expect((await fetched(path, nobody, { "if-none-match": '"other"' })).answer.status).toBe(200);
});

test("200: the cover can be removed, once or twice", async () => {
  const { mint } = await aLivestream(ada);
  const path = await coverOf(mint);
  for (const _ of [1, 2]) {
    expect((await ada.api.ok(removeCover, { params: { mint } })).cover).toBeNull();
  }
  expectProblem(await nobody.send(path), 404, "picture-not-found");
});

describe("a private show", () => {
  test("200: those allowed to watch see its pictures, and no shared cache keeps them", async () => {
    const { mint } = await aLivestream(ada, { visibility: "private" });
    await join(ada, mint, bob, "viewer");
    const { answer } = await fetched(await coverOf(mint), bob.api);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("private, max-age=31536000, immutable");
  });

  test("404: a stranger with a picture's URL cannot tell it from a missing one", async () => {
    const { mint } = await aLivestream(ada, { visibility: "private" });
    const path = await coverOf(mint);
    const none = await bob.api.send("/livestreams/NoSuchShow123456/pictures/cover");
    expectProblem(none, 404, "livestream-not-found");
    for (const client of [nobody, bob.api]) expect((await client.send(path)).text).toBe(none.text);
    const taken = await put(bob.api, cover(mint), await aPicture());
    expect(taken.text).toBe(none.text);
  });
});

test("403: viewers can neither change the cover nor send a frame", async () => {
  const mint = await aLiveShow(ada);
  expectProblem(await put(bob.api, cover(mint), await aPicture()), 403, "not-allowed");
  expectProblem(
    await put(bob.api, `/livestreams/${mint}/frame`, await aPicture()),
    403,
    "not-allowed",
  );
  const removed = await bob.api.call(removeCover, { params: { mint } });
  expectProblem(removed, 403, "not-allowed");
});

test("400: bytes that are not a picture, whatever their name", async () => {
  const { mint } = await aLivestream(ada);
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const whole = await aPicture({ format: "png", width: 900, height: 900 });
  const bodies: Record<string, Bytes | string> = {
    nothing: "",
    "a drawing that runs scripts": svg,
    "a page": "<!doctype html><title>x</title>",
    "an animation": "GIF89a\u0001\u0000\u0001\u0000",
    "the first bytes of a picture": new Uint8Array([0xff, 0xd8, 0xff, 0xe0]),
    "a truncated picture": whole.slice(0, 100),
  };
  for (const [what, raw] of Object.entries(bodies)) {
    const problem = expectProblem(await put(ada.api, cover(mint), raw), 400, "invalid-request");
    expect(Object.keys(problem.errors ?? {}), what).toEqual(["body"]);
  }
});

test("400: a few kilobytes that unpack to 49 million pixels, at every endpoint", async () => {
  const mint = await aLiveShow(ada);
  const guest = await aGuestWaiting(await anInvite(ada, mint));
  const bomb = aBomb();
  expect(bomb.byteLength).toBeLessThan(10_000);
  const doors: [Client, string][] = [
    [ada.api, cover(mint)],
    [ada.api, `/livestreams/${mint}/frame`],
    [guest.browser, `/livestreams/${mint}/guest-picture`],
  ];
  for (const [client, path] of doors) {
    const answer = await put(client, path, bomb, "image/png");
    const { errors } = expectProblem(answer, 400, "invalid-request");
    expect(errors?.body, path).toEqual([expect.stringContaining("megapixels")]);
  }
});

test("404: a picture that was never set; 400: an unknown kind", async () => {
  const { mint } = await aLivestream(ada);
  for (const kind of ["cover", "frame"]) {
    const answer = await nobody.send(`/livestreams/${mint}/pictures/${kind}`);
    expectProblem(answer, 404, "picture-not-found");
  }
  expectProblem(await nobody.send(`/livestreams/${mint}/pictures/guest`), 400, "invalid-request");
});

test("413: a cover over 1 MiB, a frame over 200 KiB", async () => {
  const mint = await aLiveShow(ada);
  const large = new Uint8Array(coverMaxBytes + 1);
  expectProblem(await put(ada.api, cover(mint), large), 413, "body-too-large");
  const frame = new Uint8Array(frameMaxBytes + 1);
  expectProblem(await put(ada.api, `/livestreams/${mint}/frame`, frame), 413, "body-too-large");
});

for (const type of ["image/svg+xml", "text/html", "image/gif", "application/json", ""]) {
  test(`415: a cover sent as ${type || "no type"}`, async () => {
    const { mint } = await aLivestream(ada);
    const answer = await put(ada.api, cover(mint), await aPicture(), type);
    expectProblem(answer, 415, "unsupported-media-type");
  });
}

test("429: a host can have only so many pictures processed", async () => {
  const { mint } = await aLivestream(ada);
  const body = await aPicture({ width: 8, height: 8 });
  for (let n = 0; n < 30; n++) await ada.api.ok(putCover, { params: { mint }, body });
  const answer = await ada.api.call(putCover, { params: { mint }, body });
  expectProblem(answer, 429, "too-many-requests");
});

describe("a frame of the show", () => {
  test("200: a frame is small, and the livestream keeps it after its end", async () => {
    const mint = await aLiveShow(ada);
    const body = await aPicture({ width: 1_280, height: 720 });
    const { frame } = await ada.api.ok(putFrame, { params: { mint }, body });
    const { bytes } = await fetched(frame);
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 640, height: 360 });
    await ada.api.ok(endLivestream, { params: { mint } });
    expect((await nobody.ok(readLivestream, { params: { mint } })).frame).toBe(frame);
  });

  test("409: a show that is not live has no frame", async () => {
    const { mint } = await aLivestream(ada);
    const answer = await ada.api.call(putFrame, { params: { mint }, body: await aPicture() });
    expectProblem(answer, 409, "livestream-not-live");
    await ada.api.ok(endLivestream, { params: { mint } });
    const late = await ada.api.call(putFrame, { params: { mint }, body: await aPicture() });
    expectProblem(late, 409, "livestream-not-live");
  });
});
