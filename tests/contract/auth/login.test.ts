import { decodeJwt } from "jose";
import { expect, test } from "vitest";
import { login, myProfile } from "@/lib/contracts/accounts/auth";
import { Client } from "@/tests/support/api/client";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { anAccount, unique } from "@/tests/support/api/factories";

const nobody = new Client();
const ada = await anAccount();

test("200: a bearer JWT for this account that is valid for a day", async () => {
  const { email, password } = ada;
  const answer = await nobody.call(login, { body: { email, password } });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(answer.headers.get("set-cookie")).toBeNull();
  const { token, tokenType, expiresAt, profile } = login.response.parse(answer.body);
  expect(tokenType).toBe("Bearer");
  expect(profile).toEqual(await ada.api.ok(myProfile, {}));
  const claims = decodeJwt(token);
  expect(claims.sub).toBe(ada.id);
  expect(claims.exp).toBe(Math.floor(Date.parse(expiresAt) / 1_000));
  expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(24 * 3_600);
  expect(JSON.stringify(claims)).not.toContain(email);
});

test("200: the email address is case-insensitive", async () => {
  const body = { email: ada.email.toUpperCase(), password: ada.password };
  expect((await nobody.call(login, { body })).status).toBe(200);
});

test("200: an old token in the header does not prevent signing in", async () => {
  const { email, password } = ada;
  const answer = await new Client("garbage").call(login, { body: { email, password } });
  expect(answer.status).toBe(200);
});

test("401: a wrong password and an unknown address get the same answer", async () => {
  const wrong = { email: ada.email, password: "wrong" };
  const unknown = { email: `${unique("x")}@example.org`, password: "wrong" };
  const answers = [
    await nobody.call(login, { body: wrong }),
    await nobody.call(login, { body: unknown }),
  ];
  for (const answer of answers) expectProblem(answer, 401, "wrong-credentials");
  expect(answers[0]?.text).toBe(answers[1]?.text);
});

test("401: the password is compared to the last character", async () => {
  const body = { email: ada.email, password: `${ada.password} ` };
  expectProblem(await nobody.call(login, { body }), 401, "wrong-credentials");
});

const refused: Record<string, unknown>[] = [
  { password: "x" },
  { email: "ada@example.org" },
  { email: "ada", password: "x" },
  { email: "ada@example.org", password: "" },
  { email: "ada@example.org", password: 1 },
  { email: "ada@example.org", password: "x".repeat(801) },
  { email: { $gt: "" }, password: "x" },
];
for (const json of refused) {
  test(`400: ${JSON.stringify(json).slice(0, 60)}`, async () => {
    expectProblem(await nobody.send("/auth/login", { method: "POST", json }), 400);
  });
}

test("405: any other method", async () => {
  expect((await nobody.send("/auth/login")).status).toBe(405);
});
