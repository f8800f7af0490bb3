import { hash } from "@node-rs/argon2";
import { describe, expect, test } from "vitest";
import { login, signUp } from "@/lib/contracts/accounts/auth";
import { Client } from "@/tests/support/api/client";
import { sql } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { unique } from "@/tests/support/api/factories";
import { sessionCookieOf, signInByPage } from "@/tests/support/api/pages";

const nobody = new Client();
const composed = "caf\u00e9 au lait";
const decomposed = "cafe\u0301 au\u00a0lait";

async function anAccountWith(password: string): Promise<string> {
  const handle = unique("p");
  const email = `${handle}@example.org`;
  await nobody.ok(signUp, { body: { email, handle, name: "Zoé", password } });
  return email;
}

const hashOf = async (email: string) =>
  (
    await sql<{ hash: string }>("select password_hash as hash from accounts where email = $1", [
      email,
    ])
  )[0]?.hash;

for (const [chosen, typed] of [
  [composed, decomposed],
  [decomposed, composed],
] as const) {
  test(`200: a password matches however the keyboard composes it: ${JSON.stringify(typed)}`, async () => {
    const email = await anAccountWith(chosen);
    for (const password of [chosen, typed]) {
      await nobody.ok(login, { body: { email, password } });
      const { browser } = await signInByPage({ email, password });
      expect(sessionCookieOf(browser)).toBeTruthy();
    }
    const wrong = { email, password: "cafe au lait" };
    expectProblem(await nobody.call(login, { body: wrong }), 401, "wrong-credentials");
  });
}

test("200: a password hashed before passwords were normalised still works and is hashed again", async () => {
  const email = await anAccountWith("something else");
  const before = await hash(decomposed);
  await sql("update accounts set password_hash = $1 where email = $2", [before, email]);
  const signIn = (password: string) => nobody.call(login, { body: { email, password } });
  expectProblem(await signIn(composed), 401, "wrong-credentials");
  expect((await signIn(decomposed)).status).toBe(200);
  const after = await hashOf(email);
  expect(after).not.toBe(before);
  expect((await signIn(composed)).status).toBe(200);
  expect((await signIn(decomposed)).status).toBe(200);
  expect(await hashOf(email), "hashed again only once").toBe(after);
});

describe("characters are counted as people count them", () => {
  const refusal = async (password: string) => {
    const handle = unique("p");
    const json = { email: `${handle}@example.org`, handle, name: "Zoé", password };
    return nobody.send("/auth/sign-up", { method: "POST", json });
  };

  test("400: nine characters, even where they are eighteen code points or UTF-16 units; one, even where it normalises to eighteen", async () => {
    for (const password of ["e\u0301".repeat(9), "🎭".repeat(9), "\ufdfa"]) {
      expectProblem(await refusal(password), 400, "invalid-request");
    }
  });

  test("201: two hundred characters, even where a keyboard produces four hundred code points", async () => {
    const email = await anAccountWith("e\u0301".repeat(200));
    await nobody.ok(login, { body: { email, password: "é".repeat(200) } });
    expectProblem(await refusal("e\u0301".repeat(201)), 400, "invalid-request");
  });
});
