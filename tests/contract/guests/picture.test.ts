import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { guestPictureMaxBytes } from "@/lib/contracts/common/limits";
import { leaveAsGuest, listWaiting } from "@/lib/contracts/guests";
import { revokeInvite } from "@/lib/contracts/invites";
import { livestreamEvents } from "@/lib/contracts/livestream-events";
import { endLivestream } from "@/lib/contracts/livestreams";
import { putGuestPicture, takeBackGuestPicture } from "@/lib/contracts/pictures";
import { Client } from "@/tests/support/api/client";
import { limitKey, sql } from "@/tests/support/api/database";
import { closeStreams, follow } from "@/tests/support/api/event-stream";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  admit,
  aGuestWaiting,
  aLiveShow,
  anAccount,
  anInvite,
  type Guest,
  type Person,
} from "@/tests/support/api/factories";
import { anOrganization, enroll } from "@/tests/support/api/organizations";
import { aPicture } from "@/tests/support/api/pictures";
import { server } from "@/tests/support/api/server";
import { until } from "@/tests/support/api/until";

let host: Person;
let other: Person;
let admin: Person;
let orgId: string;
beforeAll(async () => {
  [host, other, admin] = await Promise.all([anAccount("Hanna"), anAccount(), anAccount()]);
  orgId = await anOrganization(host);
  await enroll(host, orgId, admin, "admin");
});
afterAll(closeStreams);

type Waits = { mint: string; guest: Guest };

/** A waiting guest who shows the hosts a preview. */
async function aGuestInSight(wish = {}): Promise<Waits> {
  const mint = await aLiveShow(host);
  const guest = await aGuestWaiting(await anInvite(host, mint, wish));
  await shows({ mint, guest });
  return { mint, guest };
}
const shows = async ({ mint, guest }: Waits, wish = {}) =>
  guest.browser.ok(putGuestPicture, { params: { mint }, body: await aPicture(wish) });

const path = ({ mint, guest }: Waits) => `/livestreams/${mint}/guests/${guest.identity}/picture`;
const seen = (by: Client, waits: Waits) => by.send(path(waits));
const isGone = async (waits: Waits) =>
  expectProblem(await seen(host.api, waits), 404, "picture-not-found");
const kept = async ({ mint, guest }: Waits) =>
  (await sql("select 1 from pictures where mint = $1 and subject = $2", [mint, guest.identity]))
    .length;

async function named({ mint }: Waits) {
  const { guests } = await host.api.ok(listWaiting, { query: { roomId: mint } });
  return guests[0]?.picture;
}

test("200: a preview is shown small and re-encoded, and is never cached", async () => {
  const waits = await aGuestInSight();
  await shows(waits, { width: 1_280, height: 720, format: "webp" });
  const answer = await fetch(new URL((await named(waits)) ?? "", server.url), {
    headers: { authorization: `Bearer ${host.api.bearer}` },
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("image/jpeg");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(await sharp(bytes).metadata()).toMatchObject({ format: "jpeg", width: 320, height: 180 });
});

test("200: the event stream tells the waiting room of each new preview, and of its removal", async () => {
  const waits = await aGuestInSight();
  const stream = await follow(host.api, waits.mint);
  await stream.next("guests.snapshot");
  const told = (what: string, expected: (picture: unknown) => boolean) =>
    until(what, () =>
      stream.frames
        .filter(({ event }) => event === "guests.delta")
        .map(({ data }) => livestreamEvents["guests.delta"].parse(data).guests[0]?.picture)
        .some(expected),
    );
  const before = await named(waits);
  await shows(waits, { colour: "#aa3322" });
  const after = await named(waits);
  expect(after).toContain(path(waits));
  expect(after).not.toBe(before);
  await told("the new preview", (picture) => picture === after);
  await waits.guest.browser.ok(takeBackGuestPicture, { params: { mint: waits.mint } });
  await told("no picture", (picture) => picture === null);
});

test("200: an admin sees previews only of guests they may decide about", async () => {
  const waits = await aGuestInSight({ orgId, allowAll: true });
  expect((await seen(admin.api, waits)).status).toBe(200);
  expectProblem(await seen(admin.api, await aGuestInSight()), 404, "picture-not-found");
});

test("404: for everyone else, a preview looks like a missing one", async () => {
  const waits = await aGuestInSight();
  const none = await seen(other.api, {
    ...waits,
    guest: { ...waits.guest, identity: "g_nobody0000" },
  });
  expectProblem(none, 404, "picture-not-found");
  expect((await seen(other.api, waits)).text).toBe(none.text);
  // A guest, the same one or another, has no account.
  for (const browser of [waits.guest.browser, new Client()]) {
    expectProblem(await seen(browser, waits), 401, "not-signed-in");
  }
});

test("404: a stranger cannot set a preview, and another guest sets only their own", async () => {
  const waits = await aGuestInSight();
  const before = (await seen(host.api, waits)).text;
  const params = { mint: waits.mint };
  const body = await aPicture({ colour: "#aa3322" });
  for (const api of [new Client(), other.api, host.api]) {
    expectProblem(await api.call(putGuestPicture, { params, body }), 404, "guest-not-found");
    expectProblem(await api.call(takeBackGuestPicture, { params }), 404, "guest-not-found");
  }
  const grace = await aGuestWaiting(waits.guest.invite, "Grace");
  await grace.browser.ok(putGuestPicture, { params, body });
  await grace.browser.ok(takeBackGuestPicture, { params });
  expect((await seen(host.api, waits)).text).toBe(before);
});

describe("no preview outlives the wait", () => {
  const ends: Record<string, (waits: Waits) => Promise<unknown>> = {
    "the guest removes it": ({ mint, guest }) =>
      guest.browser.ok(takeBackGuestPicture, { params: { mint } }),
    admitted: ({ guest }) => admit(host, guest),
    denied: ({ guest }) => admit(host, guest, "deny"),
    "the guest leaves": ({ mint, guest }) =>
      guest.browser.ok(leaveAsGuest, { body: { roomId: mint } }),
    "the invite is revoked": ({ guest }) =>
      host.api.ok(revokeInvite, { body: { jti: guest.invite.jti } }),
    "the show ends": ({ mint }) => host.api.ok(endLivestream, { params: { mint } }),
  };
  for (const [how, end] of Object.entries(ends)) {
    test(`404: ${how}`, async () => {
      const waits = await aGuestInSight();
      await end(waits);
      expect(await kept(waits)).toBe(0);
      await isGone(waits);
    });
  }

  test("404: an orphaned preview is not shown and is swept away", async () => {
    const waits = await aGuestInSight();
    await sql("update guests set status = 'left' where identity = $1", [waits.guest.identity]);
    await isGone(waits);
    await until("the preview is swept away", async () => (await kept(waits)) === 0, 25_000);
  });

  test("409: a guest who is no longer waiting cannot set a preview", async () => {
    const waits = await aGuestInSight();
    await admit(host, waits.guest);
    const late = { params: { mint: waits.mint }, body: await aPicture() };
    const answer = await waits.guest.browser.call(putGuestPicture, late);
    expectProblem(answer, 409, "already-decided");
    expect(await kept(waits)).toBe(0);
  });
});

test("400, 413, 415: not a picture, too large, or of another type", async () => {
  const waits = await aGuestInSight();
  const put = (raw: Uint8Array<ArrayBuffer> | string, type = "image/jpeg") =>
    waits.guest.browser.send(`/livestreams/${waits.mint}/guest-picture`, {
      method: "PUT",
      raw,
      headers: { "content-type": type },
    });
  expectProblem(await put("<svg/>"), 400, "invalid-request");
  expectProblem(await put(new Uint8Array(guestPictureMaxBytes + 1)), 413, "body-too-large");
  expectProblem(await put(await aPicture(), "image/svg+xml"), 415, "unsupported-media-type");
});

test("429: a guest can have only so many pictures processed", async () => {
  const waits = await aGuestInSight();
  for (let n = 1; n < 12; n++) await shows(waits, { width: 8, height: 8 });
  const again = { params: { mint: waits.mint }, body: await aPicture() };
  const answer = await waits.guest.browser.call(putGuestPicture, again);
  expectProblem(answer, 429, "too-many-requests");
  const grace = await aGuestWaiting(waits.guest.invite, "Grace");
  await shows({ mint: waits.mint, guest: grace });
  expect((await seen(host.api, { mint: waits.mint, guest: grace })).status).toBe(200);
});

test("429: guests behind one address share a limit", async () => {
  const waits = await aGuestInSight();
  const address = limitKey("guest-picture-by-address", waits.guest.browser.address);
  await sql("update rate_limits set points = 240 where key = $1", [address]);
  const again = { params: { mint: waits.mint }, body: await aPicture() };
  const answer = await waits.guest.browser.call(putGuestPicture, again);
  expectProblem(answer, 429, "too-many-requests");
});
