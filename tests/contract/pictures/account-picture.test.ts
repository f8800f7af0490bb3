import sharp from "sharp";
import { expect, test } from "vitest";
import {
  putAccountPicture,
  readAccountPicture,
  removeAccountPicture,
} from "@/lib/contracts/accounts/account-picture";
import { myProfile } from "@/lib/contracts/accounts/auth";
import { readChannel } from "@/lib/contracts/accounts/channel";
import { editProfile } from "@/lib/contracts/accounts/profile";
import { accountPictureMaxBytes } from "@/lib/contracts/common/limits";
import { readLivestream } from "@/lib/contracts/livestreams";
import { Client } from "@/tests/support/api/client";
import { sql } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { aLivestream, anAccount, type Person, unique } from "@/tests/support/api/factories";
import { aBomb, aPicture } from "@/tests/support/api/pictures";
import { server } from "@/tests/support/api/server";

const nobody = new Client();
const at = (path: string | null) => fetch(new URL(path ?? "/none", server.url));
const path = "/auth/my-profile/picture";

async function pictureOf({ api }: Person, wish = {}): Promise<string> {
  const { picture } = await api.ok(putAccountPicture, { body: await aPicture(wish) });
  if (!picture) throw new Error("the profile has no picture");
  return picture;
}

test("200: a picture is cropped to a square JPEG, for everyone with its path, cacheable forever", async () => {
  const ada = await anAccount();
  const picture = await pictureOf(ada, { width: 1200, height: 400, format: "png" });
  const answer = await at(picture);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("image/jpeg");
  expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(await sharp(bytes).metadata()).toMatchObject({ format: "jpeg", width: 320, height: 320 });
  expect((await ada.api.ok(myProfile, {})).picture).toBe(picture);
});

test("it is next to the creator's name, in the API and in the link preview of the channel", async () => {
  const ada = await anAccount();
  const { mint } = await aLivestream(ada);
  const channel = async () => (await nobody.send(`/@${ada.handle}`)).text;
  expect(await channel()).toContain("summary_large_image");
  const picture = await pictureOf(ada);
  const params = { params: { handle: ada.handle } };
  expect((await nobody.ok(readChannel, params)).picture).toBe(picture);
  const { creator } = await nobody.ok(readLivestream, { params: { mint } });
  expect(creator.picture).toBe(picture);
  const page = await channel();
  expect(page).toContain(`<meta property="og:image" content="${server.url}${picture}"`);
  expect(page).not.toContain("summary_large_image");
});

test("a new picture has a new path, a new handle another; 404: the old picture", async () => {
  const ada = await anAccount();
  const first = await pictureOf(ada);
  const second = await pictureOf(ada, { colour: "#aa3322" });
  expect(second).not.toBe(first);
  expect((await at(first)).status).toBe(404);
  const handle = unique("n");
  const { picture } = await ada.api.ok(editProfile, { body: { handle } });
  expect(picture).toBe(second.replace(ada.handle, handle));
  expect([(await at(picture)).status, (await at(second)).status]).toEqual([200, 200]);
});

test("404: without the right digest, an account with a picture cannot be told from a missing one", async () => {
  const ada = await anAccount();
  const digest = (await pictureOf(ada)).split("digest=")[1] ?? "";
  const answers = await Promise.all(
    [
      { handle: ada.handle, digest: "x".repeat(43) },
      { handle: "no_such_account", digest },
    ].map(({ handle, digest }) =>
      nobody.call(readAccountPicture, { params: { handle }, query: { digest } }),
    ),
  );
  for (const answer of answers) expectProblem(answer, 404, "picture-not-found");
  expect(answers[0]?.text).toBe(answers[1]?.text);
  const without = await nobody.send(`/accounts/${ada.handle}/picture`);
  expectProblem(without, 400, "invalid-request");
});

test("200: it can be removed, and goes with the account", async () => {
  const ada = await anAccount();
  const picture = await pictureOf(ada);
  expect((await ada.api.ok(removeAccountPicture, {})).picture).toBeNull();
  expect((await at(picture)).status).toBe(404);
  expect((await ada.api.ok(removeAccountPicture, {})).picture).toBeNull();
  await pictureOf(ada);
  await sql("delete from accounts where id = $1", [ada.id]);
  expect(await sql("select 1 from account_pictures where account_id = $1", [ada.id])).toEqual([]);
});

test("two uploads at once leave one whole picture", async () => {
  const ada = await anAccount();
  await Promise.all(["#112233", "#445566", "#778899"].map((colour) => pictureOf(ada, { colour })));
  const { picture } = await ada.api.ok(myProfile, {});
  expect((await at(picture)).status).toBe(200);
});

test("400, 413, 415: what is no small picture is refused, and the old one stays", async () => {
  const ada = await anAccount();
  const picture = await pictureOf(ada);
  const put = (raw: Uint8Array<ArrayBuffer>, type = "image/png") =>
    ada.api.send(path, { method: "PUT", raw, headers: { "content-type": type } });
  const svg = new Uint8Array(Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"));
  expectProblem(await put(svg), 400, "invalid-request");
  expectProblem(await put(aBomb()), 400, "invalid-request");
  expectProblem(await put(svg, "image/svg+xml"), 415, "unsupported-media-type");
  const large = new Uint8Array(accountPictureMaxBytes + 1);
  expectProblem(await put(large), 413, "body-too-large");
  expect((await ada.api.ok(myProfile, {})).picture).toBe(picture);
});
