import { expect, test } from "vitest";
import { login, signUp } from "@/lib/contracts/accounts/auth";
import { Client } from "@/tests/support/api/client";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { unique } from "@/tests/support/api/factories";

const nobody = new Client();

function aRequest(more: Record<string, unknown> = {}) {
  const handle = unique("s");
  const password = "correct horse";
  return { email: `${handle}@example.org`, handle, name: "Ada Lovelace", password, ...more };
}

test("201: the account, without its password and without a session", async () => {
  const body = aRequest();
  const answer = await nobody.call(signUp, { body });
  expect(answer.status).toBe(201);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(answer.headers.get("set-cookie")).toBeNull();
  const { password: _, ...asked } = body;
  expect(answer.body).toEqual({
    profile: {
      ...asked,
      id: expect.stringMatching(/^u_[A-Za-z0-9]{22}$/),
      picture: null,
      role: expect.stringMatching(/^(user|super_admin)$/),
      createdAt: expect.any(String),
    },
  });
});

test("201: email and handle are stored in lower case, the name is cleaned up", async () => {
  const asked = aRequest();
  const body = {
    ...asked,
    email: ` ${asked.email.toUpperCase()} `,
    handle: asked.handle.toUpperCase(),
    name: "  Zoe\u0301 \u202E  Doe\n",
  };
  const { profile } = await nobody.ok(signUp, { body });
  expect(profile).toMatchObject({ email: asked.email, handle: asked.handle, name: "Zoé Doe" });
});

test("409: one account for each email address, whatever its case", async () => {
  const body = aRequest();
  await nobody.ok(signUp, { body });
  const again = { ...aRequest(), email: body.email.toUpperCase() };
  expectProblem(await nobody.call(signUp, { body: again }), 409, "email-taken");
});

test("409: one account for each handle, whatever its case", async () => {
  const body = aRequest();
  await nobody.ok(signUp, { body });
  const again = { ...aRequest(), handle: body.handle.toUpperCase() };
  expectProblem(await nobody.call(signUp, { body: again }), 409, "handle-taken");
});

test("409: reserved handles are refused, whatever their case", async () => {
  for (const handle of ["admin", "API", "Livestreams"]) {
    expectProblem(await nobody.call(signUp, { body: aRequest({ handle }) }), 409, "handle-taken");
  }
});

test("409: of eight simultaneous sign-ups with one address, one creates the account", async () => {
  const { email } = aRequest();
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => nobody.call(signUp, { body: { ...aRequest(), email } })),
  );
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
});

const refused: [string, Record<string, unknown>][] = [
  ["email", { email: undefined }],
  ["email", { email: "ada" }],
  ["email", { email: "ada@" }],
  ["email", { email: `${"a".repeat(250)}@example.org` }],
  ["email", { email: "ada\u0007@example.org" }],
  ["email", { email: ["ada@example.org"] }],
  ["handle", { handle: undefined }],
  ["handle", { handle: "ab" }],
  ["handle", { handle: "a".repeat(31) }],
  ["handle", { handle: "ada lovelace" }],
  ["handle", { handle: "_ada_" }],
  ["handle", { handle: "ада" }],
  ["name", { name: "" }],
  ["name", { name: "   " }],
  ["name", { name: "\u200B\u202E" }],
  ["name", { name: "x".repeat(51) }],
  ["name", { name: 7 }],
  ["password", { password: undefined }],
  ["password", { password: "123456789" }],
  ["password", { password: "x".repeat(201) }],
  ["password", { password: { $ne: "" } }],
  ["ordinary", { ordinary: "yes" }],
];
for (const [field, wrong] of refused) {
  const shown = JSON.stringify(wrong[field])?.slice(0, 40) ?? "nothing";
  test(`400: ${field} cannot be ${shown}`, async () => {
    const sent = { method: "POST", json: aRequest(wrong) };
    const problem = expectProblem(await nobody.send("/auth/sign-up", sent), 400, "invalid-request");
    expect(Object.keys(problem.errors ?? {})).toEqual([field]);
  });
}

test("400: asking to be an admin is refused", async () => {
  const body = aRequest({ role: "super_admin", isAdmin: true });
  const { errors } = expectProblem(await nobody.call(signUp, { body }), 400, "invalid-request");
  expect(Object.keys(errors ?? {})).toEqual(["role", "isAdmin"]);
});

test("201: asking to be an ordinary user is allowed", async () => {
  const body = { ...aRequest(), ordinary: true };
  const { profile } = await nobody.ok(signUp, { body });
  expect(profile.role).toBe("user");
  const { email, password } = body;
  expect((await nobody.ok(login, { body: { email, password } })).profile).toEqual(profile);
});

test("401: a refused sign-up leaves no account behind", async () => {
  const body = aRequest({ handle: "ab" });
  expect((await nobody.call(signUp, { body })).status).toBe(400);
  const { email, password } = body;
  expectProblem(await nobody.call(login, { body: { email, password } }), 401, "wrong-credentials");
});
