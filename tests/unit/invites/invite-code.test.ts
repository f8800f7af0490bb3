import fc from "fast-check";
import { expect, test } from "vitest";
import { codeDigest, inviteCode, isInviteCode } from "@/lib/invites/invite-code";
import { takeOwnSettings } from "@/tests/support/unit/settings";

takeOwnSettings();

test("a code belongs to one invite, and is the same each time", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      const code = inviteCode(one);
      expect(isInviteCode(code)).toBe(true);
      expect(inviteCode(one)).toBe(code);
      expect(codeDigest(code)).not.toContain(code);
      if (one !== other) expect(inviteCode(other)).not.toBe(code);
    }),
  );
});

test("a code uses the whole alphabet, without characters that look alike", () => {
  const codes = Array.from({ length: 500 }, (_, n) => inviteCode(`invite ${n}`));
  const used = new Set(codes.join(""));
  expect(used.size).toBe(32);
  for (const alike of "ilou") expect(used.has(alike)).toBe(false);
});

test("a token is not a code", () => {
  for (const text of [
    "",
    "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..Kf3s.9aQ.bR2",
    "0".repeat(12),
  ]) {
    expect(isInviteCode(text)).toBe(false);
  }
});
