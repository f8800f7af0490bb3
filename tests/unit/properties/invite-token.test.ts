import fc from "fast-check";
import { expect, test } from "vitest";
import { openInvite, sealInvite } from "@/lib/invites/invite-token";
import { Problem } from "@/lib/problem";
import { takeOwnSettings } from "@/tests/support/unit/settings";

takeOwnSettings();

const id = fc.stringMatching(/^[A-Za-z0-9]{1,32}$/);
const claims = fc.record({
  jti: id,
  orgId: fc.string(),
  roomId: fc.string(),
  allowAll: fc.boolean(),
  allowedAdmins: fc.array(id, { maxLength: 5 }),
});
const times = fc.date({
  min: new Date("2000-01-01"),
  max: new Date("2100-01-01"),
  noInvalidDate: true,
});

/** Whatever the token, the refusal is the same. */
async function expectRefused(token: string): Promise<void> {
  const refusal = await openInvite(token).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Problem);
  expect((refusal as Problem).code).toBe("invite-not-found");
}

test("a sealed invite opens to its own id, before and after its expiry", async () => {
  await fc.assert(
    fc.asyncProperty(claims, times, async (given, expiresAt) => {
      expect(await openInvite(await sealInvite(given, expiresAt))).toBe(given.jti);
    }),
  );
});

test("a token with any one character changed is refused", async () => {
  const character = fc.constantFrom(..."ABCabc019-_.=+/ ");
  await fc.assert(
    fc.asyncProperty(claims, times, fc.nat(), character, async (given, at, where, other) => {
      const token = await sealInvite(given, at);
      const index = where % token.length;
      fc.pre(token[index] !== other && !isPadding(token, index));
      await expectRefused(`${token.slice(0, index)}${other}${token.slice(index + 1)}`);
    }),
  );
});

test("a token that was cut, doubled, or combined with another's parts is refused", async () => {
  await fc.assert(
    fc.asyncProperty(claims, claims, times, fc.nat(), async (one, other, at, where) => {
      const [a, b] = await Promise.all([sealInvite(one, at), sealInvite(other, at)]);
      await expectRefused(a.slice(0, where % a.length));
      await expectRefused(a + a);
      const mended = a.split(".");
      mended[3] = b.split(".")[3] ?? "";
      await expectRefused(mended.join("."));
    }),
  );
});

test("any text is refused, and only refusals are thrown", async () => {
  const parts = fc
    .array(fc.oneof(fc.base64String(), fc.string()), { minLength: 5, maxLength: 5 })
    .map((each) => each.join("."));
  const header = fc
    .record({
      alg: fc.constantFrom("dir", "none", "RSA-OAEP", "PBES2-HS256+A128KW"),
      enc: fc.constantFrom("A256GCM", "A128GCM", "none"),
      zip: fc.constantFrom("DEF", undefined),
      p2c: fc.constantFrom(1_000_000_000, undefined),
      crit: fc.constantFrom(["exp"], undefined),
    })
    .map((given) => `${Buffer.from(JSON.stringify(given)).toString("base64url")}..aaaa.bbbb.cccc`);
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string({ unit: "binary" }), parts, header), expectRefused),
  );
});

/** base64url ignores some bits of a part's last character, so other characters may mean the same bytes. */
function isPadding(token: string, index: number): boolean {
  return index === token.length - 1 || token[index + 1] === ".";
}
