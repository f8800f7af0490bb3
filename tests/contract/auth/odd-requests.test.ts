import { expect, test } from "vitest";
import { signUp } from "@/lib/contracts/accounts/auth";
import { Client } from "@/tests/support/api/client";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { unique } from "@/tests/support/api/factories";
import { csrfTokenOf, form } from "@/tests/support/api/pages";
import { server } from "@/tests/support/api/server";

const odd = ["http://[", "javascript:alert(1)", "http://:99999", "%", "http://", "studio", "?x"];
const places = ["/api/auth/signin", "/api/auth/session", "/api/auth/providers", "/api/auth/csrf"];

test("400: a callbackUrl that is not a URL", async () => {
  for (const url of odd) {
    for (const place of places) {
      const answer = await new Client().send(`${place}?callbackUrl=${encodeURIComponent(url)}`);
      expectProblem(answer, 400, "invalid-request");
    }
  }
});

test("200: an invalid callbackUrl in a cookie is ignored and replaced", async () => {
  for (const url of odd) {
    const browser = new Client();
    const cookie = "next-auth.callback-url";
    browser.cookies.set(cookie, encodeURIComponent(url));
    expect((await browser.send("/api/auth/session")).status, url).toBe(200);
    expect(browser.cookies.get(cookie)).toBe(encodeURIComponent(server.url));
  }
});

test("400: invalid JSON, at every form of next-auth", async () => {
  const headers = { "content-type": "application/json" };
  for (const place of [
    "signin",
    "signin/credentials",
    "callback/credentials",
    "signout",
    "session",
  ]) {
    for (const raw of ["{bad", "", '"\\u0000"']) {
      const sent = { method: "POST", headers, raw };
      const answer = await new Client().send(`/api/auth/${place}`, sent);
      expectProblem(answer, 400, "invalid-request");
    }
    const { status } = await new Client().send(`/api/auth/${place}`, {
      method: "POST",
      headers,
      raw: "null",
    });
    expect(status, place).toBeLessThan(500);
  }
});

test("401: a sign-in with an odd callbackUrl does not redirect there or cause a server error", async () => {
  for (const callbackUrl of [...odd, "https://evil.example", "//evil.example"]) {
    const browser = new Client();
    const csrfToken = await csrfTokenOf(browser);
    const sent = form({ csrfToken, callbackUrl, json: "true", email: "a@b.c", password: "x" });
    const { status, text } = await browser.send("/api/auth/callback/credentials", {
      method: "POST",
      ...sent,
    });
    expect(status, callbackUrl).toBe(401);
    expect(text).not.toContain("evil.example");
  }
});

test("204: what clients report to next-auth's log is ignored", async () => {
  const raw = JSON.stringify({ code: "X", level: "error", message: "y".repeat(60_000) });
  const headers = { "content-type": "application/json" };
  const answer = await new Client().send("/api/auth/_log", { method: "POST", raw, headers });
  expect([answer.status, answer.text]).toEqual([204, ""]);
});

test("400: NUL in a body, however it is written; 201: the same characters after a backslash", async () => {
  const handle = unique("n");
  const body = { email: `${handle}@example.org`, handle, name: "Ada", password: "correct horse" };
  for (const field of ["email", "handle", "name", "password"] as const) {
    const spoilt = { ...body, [field]: `${body[field]}\u0000` };
    expectProblem(await new Client().call(signUp, { body: spoilt }), 400, "invalid-request");
  }
  const literal = { ...body, password: "correct \\u0000 horse" };
  expect((await new Client().call(signUp, { body: literal })).status).toBe(201);
});
