import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { changeBrand, readBrand, removeBrandPicture } from "@/lib/contracts/accounts/brand";
import { exportData } from "@/lib/contracts/accounts/own-data";
import { editProfile } from "@/lib/contracts/accounts/profile";
import type { BrandPicture } from "@/lib/contracts/common/brand";
import { brandPictureMaxBytes } from "@/lib/contracts/common/limits";
import { guestState } from "@/lib/contracts/guests";
import { readLivestream } from "@/lib/contracts/livestreams";
import { arrangeStage } from "@/lib/contracts/look";
import { Client } from "@/tests/support/api/client";
import { sql } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aHostToken,
  aLiveShow,
  anAccount,
  anInvite,
  type Person,
  unique,
} from "@/tests/support/api/factories";
import { anOrganization, enroll } from "@/tests/support/api/organizations";
import { aBomb, aPicture, aSeeThroughPicture } from "@/tests/support/api/pictures";
import { server } from "@/tests/support/api/server";
import { connected, hangUpAll, roomService } from "@/tests/support/api/signal";
import { aSweepMs, until } from "@/tests/support/api/until";

afterAll(hangUpAll);

const nobody = new Client();
const plain = {
  ...{ accent: null, text: null, nameSize: "medium" },
  ...{ logo: null, background: null, overlay: null },
};

const of = (orgId: string) => ({ params: { orgId } });
const pathOf = (orgId: string, kind: BrandPicture) =>
  `/organizations/${orgId}/brand/pictures/${kind}`;

type Bytes = Uint8Array<ArrayBuffer>;

const put = (by: Person, orgId: string, kind: BrandPicture, raw: Bytes, type = "image/png") =>
  by.api.send(pathOf(orgId, kind), { method: "PUT", raw, headers: { "content-type": type } });

async function pictureOf(by: Person, orgId: string, kind: BrandPicture, raw: Bytes) {
  const answer = await put(by, orgId, kind, raw);
  expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
  const path: string = JSON.parse(answer.text)[kind];
  return path;
}

const told = async (mint: string) => (await roomService().listRooms([mint]))[0]?.metadata ?? "";

test("200: an organization without a kit looks as usual, and so do its shows", async () => {
  const ada = await anAccount();
  expect(await ada.api.ok(readBrand, of(ada.handle))).toEqual(plain);
  const mint = await aLiveShow(ada);
  expect((await ada.api.ok(readLivestream, { params: { mint } })).brand).toBeNull();
});

test("200: omitted fields stay, null resets a color, and a kit that is reset is none", async () => {
  const ada = await anAccount();
  const mint = await aLiveShow(ada);
  const change = (body: object) => ada.api.ok(changeBrand, { ...of(ada.handle), body });
  await change({ accent: "#1F6F4A", nameSize: "large" });
  expect(await change({ text: "#ffffff" })).toEqual({
    ...plain,
    ...{ accent: "#1f6f4a", text: "#ffffff", nameSize: "large" },
  });
  expect((await ada.api.ok(exportData, {})).brands).toMatchObject([
    { orgId: ada.handle, accent: "#1f6f4a" },
  ]);
  expect(await change({ accent: null, text: null, nameSize: "medium" })).toEqual(plain);
  expect((await ada.api.ok(readLivestream, { params: { mint } })).brand).toBeNull();
});

test("200: a change during a show reaches its room, its data and guests with an invite", async () => {
  const ada = await anAccount();
  const mint = await aLiveShow(ada);
  await connected(await aHostToken(ada, { mint, creator: ada }));
  await ada.api.ok(arrangeStage, { params: { mint }, body: { banner: "Hello" } });
  expect(JSON.parse(await told(mint))).not.toHaveProperty("brand");
  const brand = await ada.api.ok(changeBrand, {
    ...of(ada.handle),
    body: { accent: "#1f6f4a" },
  });
  expect(JSON.parse(await told(mint))).toMatchObject({ look: { banner: "Hello" }, brand });
  expect((await ada.api.ok(readLivestream, { params: { mint } })).brand).toEqual(brand);
  const { token } = await anInvite(ada, mint);
  const { livestream } = await nobody.ok(guestState, { body: { inviteToken: token } });
  expect(livestream.brand).toEqual(brand);
});

test("200: a room that missed a change receives the brand again", async () => {
  const ada = await anAccount();
  const mint = await aLiveShow(ada);
  await connected(await aHostToken(ada, { mint, creator: ada }));
  await ada.api.ok(changeBrand, { ...of(ada.handle), body: { accent: "#1f6f4a" } });
  await roomService().updateRoomMetadata(mint, "");
  await until(
    "the sweep has set the room's brand",
    async () => (await told(mint)).includes("#1f6f4a"),
    aSweepMs,
  );
});

test("200: after simultaneous changes, the room has the stored colors", async () => {
  const ada = await anAccount();
  const mint = await aLiveShow(ada);
  await connected(await aHostToken(ada, { mint, creator: ada }));
  const colours = ["#111111", "#222222", "#333333", "#444444"];
  await Promise.all(
    colours.map((accent) => ada.api.ok(changeBrand, { ...of(ada.handle), body: { accent } })),
  );
  const { accent } = await ada.api.ok(readBrand, of(ada.handle));
  await until(
    "the room has the stored color",
    async () => JSON.parse(await told(mint)).brand?.accent === accent,
    // Far less than a sweep, which would repair it.
    2_000,
  );
});

test("403, 404: admins change the kit, members read it, and others learn nothing", async () => {
  const [owner, admin, member, stranger] = await Promise.all(
    ["Owner", "Admin", "Member", "Stranger"].map((name) => anAccount(name)),
  );
  if (!owner || !admin || !member || !stranger) throw new Error("no accounts");
  const orgId = await anOrganization(owner);
  await enroll(owner, orgId, admin, "admin");
  await enroll(owner, orgId, member, "member");
  const logo = await aPicture({ format: "png" });
  const change = (by: Person) =>
    by.api.call(changeBrand, { ...of(orgId), body: { accent: "#1f6f4a" } });
  expect((await change(admin)).status).toBe(200);
  expect((await member.api.ok(readBrand, of(orgId))).accent).toBe("#1f6f4a");
  expectProblem(await change(member), 403, "not-allowed");
  expectProblem(await put(member, orgId, "logo", logo), 403, "not-allowed");
  const removing = { params: { orgId, kind: "logo" as const } };
  expectProblem(await member.api.call(removeBrandPicture, removing), 403, "not-allowed");
  const none = await stranger.api.call(readBrand, of("no-such-org"));
  const seen = [
    await stranger.api.call(readBrand, of(orgId)),
    await change(stranger),
    await put(stranger, orgId, "logo", logo),
    await stranger.api.call(removeBrandPicture, removing),
  ];
  for (const answer of seen) {
    expectProblem(answer, 404, "organization-not-found");
    expect(answer.text).toBe(none.text);
  }
});

test("400: what is not a color or a size changes nothing", async () => {
  const ada = await anAccount();
  const bad = ["green", "#12345", "#1234567", "#12345g", "red;background:url(//x)", ""];
  for (const accent of bad) {
    const answer = await ada.api.send(`/organizations/${ada.handle}/brand`, {
      method: "PATCH",
      json: { accent },
    });
    const { errors } = expectProblem(answer, 400, "invalid-request");
    expect(Object.keys(errors ?? {}), accent).toEqual(["accent"]);
  }
  const huge = await ada.api.send(`/organizations/${ada.handle}/brand`, {
    method: "PATCH",
    json: { nameSize: "huge" },
  });
  expectProblem(huge, 400, "invalid-request");
  expect(await ada.api.ok(readBrand, of(ada.handle))).toEqual(plain);
});

test("200: pictures are stored as WebP within their size, and keep their transparency", async () => {
  const ada = await anAccount();
  const large = await aSeeThroughPicture({ width: 2400, height: 1350 });
  for (const kind of ["logo", "background", "overlay"] as const) {
    const path = await pictureOf(ada, ada.handle, kind, large);
    const answer = await fetch(new URL(path, server.url));
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("image/webp");
    expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    const drawn = sharp(await answer.arrayBuffer());
    const { width, hasAlpha } = await drawn.metadata();
    expect([width, hasAlpha]).toEqual([kind === "logo" ? 427 : 1920, true]);
    expect((await drawn.stats()).isOpaque).toBe(false);
  }
});

test("400: an overlay without transparent parts, which would cover the show, whatever its format", async () => {
  const ada = await anAccount();
  for (const format of ["jpeg", "png", "webp"] as const) {
    const answer = await put(ada, ada.handle, "overlay", await aPicture({ format }));
    const { errors } = expectProblem(answer, 400, "invalid-request");
    expect(errors?.body).toEqual([expect.stringContaining("transparent")]);
  }
  expect((await ada.api.ok(readBrand, of(ada.handle))).overlay).toBeNull();
  await pictureOf(ada, ada.handle, "background", await aPicture({ format: "jpeg" }));
});

test("400, 413, 415: what is no small picture is refused, and the old one stays", async () => {
  const ada = await anAccount();
  const logo = await pictureOf(ada, ada.handle, "logo", await aPicture({ format: "png" }));
  const svg = new Uint8Array(Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"));
  const putLogo = (raw: Bytes, type?: string) => put(ada, ada.handle, "logo", raw, type);
  expectProblem(await putLogo(svg), 400, "invalid-request");
  expectProblem(await putLogo(aBomb()), 400, "invalid-request");
  expectProblem(await putLogo(svg, "image/svg+xml"), 415, "unsupported-media-type");
  expectProblem(await putLogo(new Uint8Array(brandPictureMaxBytes + 1)), 413, "body-too-large");
  expect((await ada.api.ok(readBrand, of(ada.handle))).logo).toBe(logo);
});

test("404: a picture without its digest, after it was replaced, and after it was removed", async () => {
  const ada = await anAccount();
  const first = await pictureOf(ada, ada.handle, "logo", await aPicture());
  const second = await pictureOf(ada, ada.handle, "logo", await aPicture({ colour: "#aa3322" }));
  const other = `${pathOf(ada.handle, "logo")}?digest=${"x".repeat(43)}`;
  for (const gone of [first, other]) {
    expectProblem(await nobody.send(gone), 404, "picture-not-found");
  }
  expectProblem(await nobody.send(pathOf(ada.handle, "logo")), 400, "invalid-request");
  const removing = { params: { orgId: ada.handle, kind: "logo" as const } };
  for (let times = 0; times < 2; times++) {
    expect((await ada.api.ok(removeBrandPicture, removing)).logo).toBeNull();
  }
  expectProblem(await nobody.send(second), 404, "picture-not-found");
});

test("200: a new handle takes the kit along, and the old path leads to it", async () => {
  const ada = await anAccount();
  const logo = await pictureOf(ada, ada.handle, "logo", await aPicture());
  const handle = unique("b");
  await ada.api.ok(editProfile, { body: { handle } });
  const now = (await ada.api.ok(readBrand, of(handle))).logo ?? "";
  expect(now).toBe(logo.replace(ada.handle, handle));
  expect([(await nobody.send(now)).status, (await nobody.send(logo)).status]).toEqual([200, 200]);
});

test("the kit and its pictures go with their organization", async () => {
  const ada = await anAccount();
  const orgId = await anOrganization(ada);
  const logo = await pictureOf(ada, orgId, "logo", await aPicture());
  await sql("delete from organizations where id = $1", [orgId]);
  expectProblem(await nobody.send(logo), 404, "picture-not-found");
  expect(await sql("select 1 from brands where org_id = $1", [orgId])).toEqual([]);
});
