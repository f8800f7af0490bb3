import { expect, test } from "vitest";
import { errorInLog, redact } from "@/lib/redact";

const jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJlc2lnbmF0dXJl";
const jwe = "eyJhbGciOiJkaXIifQ..aXZpdml2.Y2lwaGVydGV4dA.dGFn";

const secret: [string, string][] = [
  ["a signal URL", `GET /rtc?access_token=${jwt}&auto_subscribe=1`],
  ["an encoded one", `GET /rtc?access_token=abc%2Edef&x=1`],
  ["an invite's address", `GET /join?invite_token=${jwe}`],
  ["an invite's short address", "GET /j/c2vjcmv07k2m9"],
  ["an Authorization header", `authorization: Bearer ${jwt}`],
  ["one in lower case", `authorization: bearer ${jwt}`],
  ["an opaque bearer", "Authorization: Bearer c2VjcmV0LXRva2Vu"],
  ["a token in JSON", JSON.stringify({ livekitToken: jwt })],
  ["two tokens", `${jwt} and ${jwe}`],
  ["a page's cookie", `cookie: next-auth.session-token=${jwe}; theme=dark`],
  ["a stream key", `the key stream_c2VjcmV0${"x".repeat(35)} was tried`],
  ["a guest's cookie", "cookie: greenroom-guest-3kY9abcDEF123456=c2VjcmV0LXRva2Vu; theme=dark"],
  ["a visitor's cookie", "cookie: greenroom-chat-3kY9abcDEF123456=c2VjcmV0LXRva2Vu; theme=dark"],
  ["a reporter's cookie", "cookie: greenroom-report-3kY9abcDEF123456=c2VjcmV0LXRva2Vu; theme=dark"],
];
for (const [what, text] of secret) {
  test(`no part of a secret is left: ${what}`, () => {
    const shown = redact(text);
    for (const part of [
      jwt,
      jwe,
      "c2VjcmV0",
      "abc%2Edef",
      "%2Edef",
      ...jwt.split("."),
      ...jwe.split("."),
    ]) {
      if (part) expect(shown).not.toContain(part);
    }
  });
}

test("the rest of the line stays readable", () => {
  expect(redact(`GET /rtc?access_token=${jwt}&auto_subscribe=1`)).toBe(
    "GET /rtc?access_token=…&auto_subscribe=1",
  );
  for (const text of ["Bearer", "the token is missing", "livestream 3kY9abcDEF123456 ended"]) {
    expect(redact(text)).toBe(text);
  }
});

const personal: [string, string][] = [
  ["an email address", "no such account: ada@example.org"],
  ["one in a query", "email=ada%40example.org&x=1"],
  ["one with a tag, in another script", "<ada+shows@bücher.example>"],
  ["one in JSON in JSON", JSON.stringify(JSON.stringify({ email: "ada@example.org" }))],
  ["a password in JSON", JSON.stringify({ password: "ada weaves" })],
  ["a password in JSON in JSON", JSON.stringify(JSON.stringify({ password: "ada weaves" }))],
  ["a password in a form", "password=ada%20weaves&csrfToken=x"],
  ["the database's password", "postgres://greenroom:adaweaves@127.0.0.1:5432/greenroom"],
  ["an API key", `the key greenroom_${"ada".repeat(15)} was revoked`],
];
for (const [what, text] of personal) {
  test(`no part of a person's data is left: ${what}`, () => {
    expect(redact(text)).not.toMatch(/ada/);
  });
}

test("files, packages and handles are not taken for email addresses", () => {
  for (const text of [
    "at next@16.0.1 (file:///app/node_modules/@next/env/index.js:3:1)",
    "GET /@ada",
  ]) {
    expect(redact(text)).toBe(text);
  }
});

test("an error in the log keeps its query and its location, and none of the values", () => {
  const cause = Object.assign(new Error('invalid input syntax for type integer: "ada weaves"'), {
    code: "22P02",
    detail: "Failing row contains (ada@example.org).",
  });
  const message = 'Failed query: select "id" from "accounts" where "email" = $1\nparams: ada,\nada';
  const failed = Object.assign(new Error(message, { cause }), { params: ["ada"] });
  const told = errorInLog(failed);
  expect(JSON.stringify(told)).not.toMatch(/ada/);
  expect(told).toMatchObject({
    type: "Error",
    message: 'Failed query: select "id" from "accounts" where "email" = $1',
    stack: expect.stringMatching(/^\s+at .*redact\.test/),
    cause: { code: "22P02", message: 'invalid input syntax for type integer: "…"' },
  });
});

test("a thrown value that is not an error, or is very long, becomes one short message", () => {
  expect(errorInLog("broken")).toEqual({ type: "string", message: "broken" });
  expect(errorInLog(undefined).message).toBe("undefined");
  expect(errorInLog(new Error("x".repeat(1_000_000))).message.length).toBeLessThan(5_000);
});
