import { expect, test } from "vitest";
import { logout, myProfile } from "@/lib/contracts/accounts/auth";
import { createLivestream } from "@/lib/contracts/livestreams";
import { Client } from "@/tests/support/api/client";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { anAccount } from "@/tests/support/api/factories";
import {
  csrfTokenOf,
  form,
  sessionCookieOf,
  signInByPage,
  signOutByPage,
} from "@/tests/support/api/pages";
import { server } from "@/tests/support/api/server";

const ada = await anAccount();

const sessionOf = async (browser: Client) => (await browser.send("/api/auth/session")).body;

test("200: the cookie of a sign-in on the page works at the API too", async () => {
  const { browser, answer } = await signInByPage(ada);
  expect(answer.status).toBe(200);
  const set = answer.headers.getSetCookie().find((each) => each.includes("session-token="));
  expect(set).toMatch(/; HttpOnly/i);
  expect(set).toMatch(/; SameSite=Lax/i);
  expect(set).toMatch(/; Path=\//i);
  expect(await browser.ok(myProfile, {})).toMatchObject({ id: ada.id });
  expect(await sessionOf(browser)).toMatchObject({ user: { email: ada.email } });
});

test("401: a wrong password sets no cookie and gives no further detail", async () => {
  const { browser, answer } = await signInByPage({ ...ada, password: "wrong" });
  expect(answer.status).toBe(401);
  expect(answer.text).toContain("wrong-credentials");
  expect(sessionCookieOf(browser)).toBeUndefined();
});

test("401: signing in requires the CSRF token", async () => {
  const browser = new Client();
  const { email, password } = ada;
  const sent = form({ email, password, json: "true" });
  await browser.send("/api/auth/callback/credentials", { method: "POST", ...sent });
  expect(sessionCookieOf(browser)).toBeUndefined();
  expectProblem(await browser.call(myProfile, {}), 401, "not-signed-in");
});

test("401: signing out on the page ends the session and voids copies of the cookie", async () => {
  const { browser } = await signInByPage(ada);
  const copy = browser.copy();
  expect((await copy.call(myProfile, {})).status).toBe(200);
  await signOutByPage(browser);
  expect(sessionCookieOf(browser)).toBeUndefined();
  expectProblem(await copy.call(myProfile, {}), 401, "not-signed-in");
  expect(await sessionOf(copy)).toEqual({});
});

test("401: logging out at the API with the cookie ends the page session too", async () => {
  const { browser } = await signInByPage(ada);
  const copy = browser.copy();
  await browser.ok(logout, {});
  expectProblem(await copy.call(myProfile, {}), 401, "not-signed-in");
  expect(await sessionOf(copy)).toEqual({});
});

test("200: signing out on the page leaves the account's bearer tokens valid", async () => {
  const { browser } = await signInByPage(ada);
  await signOutByPage(browser);
  expect((await ada.api.call(myProfile, {})).status).toBe(200);
});

test("200: a sign-out with a wrong CSRF token, as another site might send it, changes nothing", async () => {
  const { browser } = await signInByPage(ada);
  await csrfTokenOf(browser);
  await browser.send("/api/auth/signout", { method: "POST", ...form({ csrfToken: "guess" }) });
  expect((await browser.call(myProfile, {})).status).toBe(200);
});

test("401: an invalid bearer token is refused, whatever the cookies say", async () => {
  const { browser } = await signInByPage(ada);
  const headers = { authorization: "Bearer garbage" };
  expectProblem(await browser.call(myProfile, {}, headers), 401, "not-signed-in");
});

test("401: a bearer token is not valid as a session cookie", async () => {
  const browser = new Client();
  browser.cookies.set("next-auth.session-token", ada.api.bearer ?? "");
  expectProblem(await browser.call(myProfile, {}), 401, "not-signed-in");
});

test("201: our own pages write with a cookie, and so do clients other than browsers", async () => {
  const { browser } = await signInByPage(ada);
  const body = { title: "By cookie", visibility: "unlisted" as const };
  const ours: Record<string, string>[] = [
    { "sec-fetch-site": "same-origin" },
    { "sec-fetch-site": "none" },
    { origin: new URL(server.url).origin },
    {},
  ];
  for (const headers of ours) {
    expect((await browser.call(createLivestream, { body }, headers)).status).toBe(201);
  }
});

test("201: with a bearer token, the origin of the request does not matter", async () => {
  const body = { title: "By token", visibility: "unlisted" as const };
  const headers = { "sec-fetch-site": "cross-site", origin: "https://app.example" };
  const answer = await ada.api.call(createLivestream, { body }, headers);
  expect(answer.status).toBe(201);
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
});
