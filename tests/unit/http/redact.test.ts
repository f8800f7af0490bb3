import { expect, test } from "vitest";
import { redact } from "@/lib/log";

const jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJlc2lnbmF0dXJl";
const jwe = "eyJhbGciOiJkaXIifQ..aXZpdml2.Y2lwaGVydGV4dA.dGFn";

const secret: [string, string][] = [
  ["a signal address", `GET /rtc?access_token=${jwt}&auto_subscribe=1`],
  ["an encoded one", `GET /rtc?access_token=abc%2Edef&x=1`],
  ["an invite's address", `GET /join?invite_token=${jwe}`],
  ["an Authorization header", `authorization: Bearer ${jwt}`],
  ["one in small letters", `authorization: bearer ${jwt}`],
  ["an opaque bearer", "Authorization: Bearer c2VjcmV0LXRva2Vu"],
  ["a token in JSON", JSON.stringify({ livekitToken: jwt })],
  ["two tokens", `${jwt} and ${jwe}`],
  ["a page's cookie", `cookie: next-auth.session-token=${jwe}; theme=dark`],
  ["a stream key", `the key stream_c2VjcmV0${"x".repeat(35)} was tried`],
  ["a guest's cookie", "cookie: greenroom-guest-3kY9abcDEF123456=c2VjcmV0LXRva2Vu; theme=dark"],
];
for (const [what, text] of secret) {
  test(`nothing of a secret is left: ${what}`, () => {
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
