import { hash } from "@node-rs/argon2";
import { expect, test } from "vitest";
import { hashPassword, passwordFit } from "@/lib/accounts/passwords";
import { signUp } from "@/lib/contracts/accounts/auth";

const composed = "caf\u00e9 au lait";
const decomposed = "cafe\u0301 au\u00a0lait";

test("a password matches however the keyboard composes it, and nothing similar does", async () => {
  for (const chosen of [composed, decomposed]) {
    const stored = await hashPassword(chosen);
    for (const typed of [composed, decomposed])
      expect(await passwordFit(stored, typed)).toBe("yes");
    expect(await passwordFit(stored, "cafe au lait")).toBe("no");
  }
});

test("a hash from before passwords were normalised matches only as typed then", async () => {
  const stored = await hash(decomposed);
  expect(await passwordFit(stored, decomposed)).toBe("as-typed");
  expect(await passwordFit(stored, composed)).toBe("no");
});

test("no password matches a missing account", async () => {
  expect(await passwordFit(null, "nobody has this password")).toBe("no");
});

test("ten to two hundred characters are allowed, counted as people count them", () => {
  const taken = (password: string) => signUp.body.shape.password.safeParse(password).success;
  for (const password of ["e\u0301".repeat(10), "e\u0301".repeat(200), "🎭".repeat(10)]) {
    expect(taken(password), password.slice(0, 4)).toBe(true);
  }
  for (const password of ["e\u0301".repeat(9), "🎭".repeat(9), "\ufdfa", "e\u0301".repeat(201)]) {
    expect(taken(password), password.slice(0, 4)).toBe(false);
  }
});
