import { expect, test } from "vitest";
import { logout, myProfile } from "@/lib/contracts/auth";
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

test("200: the cookie of a page's sign-in opens the API too", async () => {
  const { browser, answer } = await signInByPage(ada);
  expect(answer.status).toBe(200);
  const set = answer.headers.getSetCookie().find((each) => each.includes("session-token="));
  expect(set).toMatch(/; HttpOnly/i);
  expect(set).toMatch(/; SameSite=Lax/i);
  expect(set).toMatch(/; Path=\//i);
  expect(await browser.ok(myProfile, {})).toMatchObject({ id: ada.id });
  expect(await sessionOf(browser)).toMatchObject({ user: { email: ada.email } });
});

test("401: a wrong password leaves no cookie, and says no more than that", async () => {
  const { browser, answer } = await signInByPage({ ...ada, password: "wrong" });
  expect(answer.status).toBe(401);
  expect(answer.text).toContain("wrong-credentials");
  expect(sessionCookieOf(browser)).toBeUndefined();
});

test("401: without the CSRF token nobody is signed in", async () => {
  const browser = new Client();
  const { email, password } = ada;
  const sent = form({ email, password, json: "true" });
  await browser.send("/api/auth/callback/credentials", { method: "POST", ...sent });
  expect(sessionCookieOf(browser)).toBeUndefined();
  expectProblem(await browser.call(myProfile, {}), 401, "not-signed-in");
});

test("401: signing out on the page ends the session, and a copied cookie is dead", async () => {
  const { browser } = await signInByPage(ada);
  const copy = browser.copy();
  expect((await copy.call(myProfile, {})).status).toBe(200);
  await signOutByPage(browser);
  expect(sessionCookieOf(browser)).toBeUndefined();
  expectProblem(await copy.call(myProfile, {}), 401, "not-signed-in");
  expect(await sessionOf(copy)).toEqual({});
});

test("401: logging out at the API with the cookie ends it for the pages as well", async () => {
  const { browser } = await signInByPage(ada);
  const copy = browser.copy();
  await browser.ok(logout, {});
  expectProblem(await copy.call(myProfile, {}), 401, "not-signed-in");
  expect(await sessionOf(copy)).toEqual({});
});

test("200: signing out on the page leaves the account's bearer tokens alone", async () => {
  const { browser } = await signInByPage(ada);
  await signOutByPage(browser);
  expect((await ada.api.call(myProfile, {})).status).toBe(200);
});

test("401: a sign-out by a link of somebody else's does nothing", async () => {
  const { browser } = await signInByPage(ada);
  await csrfTokenOf(browser);
  await browser.send("/api/auth/signout", { method: "POST", ...form({ csrfToken: "guess" }) });
  expect((await browser.call(myProfile, {})).status).toBe(200);
});

test("401: a bearer token speaks alone, whatever the cookies say", async () => {
  const { browser } = await signInByPage(ada);
  const headers = { authorization: "Bearer garbage" };
  expectProblem(await browser.call(myProfile, {}, headers), 401, "not-signed-in");
});

test("401: a bearer token in the cookie's place is none", async () => {
  const browser = new Client();
  browser.cookies.set("next-auth.session-token", ada.api.bearer ?? "");
  expectProblem(await browser.call(myProfile, {}), 401, "not-signed-in");
});

test("201: a page of ours writes by cookie, and so does a client without a browser", async () => {
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

test("201: with a bearer token the page that asks does not matter", async () => {
  const body = { title: "By token", visibility: "unlisted" as const };
  const headers = { "sec-fetch-site": "cross-site", origin: "https://app.example" };
  const answer = await ada.api.call(createLivestream, { body }, headers);
  expect(answer.status).toBe(201);
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
});
