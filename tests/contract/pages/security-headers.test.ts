import { afterAll, expect, test } from "vitest";
import { type AnotherApp, anotherApp } from "@/tests/support/api/another-app";
import { aLiveShow, aLivestream, anAccount } from "@/tests/support/api/factories";
import { server } from "@/tests/support/api/server";

const ada = await anAccount();
const live = await aLiveShow(ada);
const { mint: planned } = await aLivestream(ada);
const secure: AnotherApp = await anotherApp({
  PUBLIC_URL: "https://greenroom.example.com",
  NEXTAUTH_URL: "https://greenroom.example.com",
  ALLOWED_HOSTS: "other.example.com",
  LIVEKIT_PUBLIC_URL: "wss://show.livekit.cloud",
});
afterAll(() => secure.stop());

const asBrowser = { accept: "text/html", "upgrade-insecure-requests": "1" };
const open = async (path: string, base = server.url) => {
  const answer = await fetch(base + path, { headers: asBrowser });
  const policy = answer.headers.get("content-security-policy") ?? "";
  const directive = (name: string) => new RegExp(`${name} ([^;]*)`).exec(policy)?.[1]?.split(" ");
  return { answer, directive, text: await answer.text() };
};

const pages = {
  "the home page": "/",
  "sign-in": "/sign-in",
  "the join page": "/join",
  "a live watch page": `/watch/${live}`,
  "a watch page before its show": `/watch/${planned}`,
  "the embedded player": `/embed/${live}`,
  "the API reference": "/docs/api",
  "a page that does not exist": "/no/such/page",
};
for (const [what, path] of Object.entries(pages)) {
  test(`${what}: every inline script carries the nonce of its response`, async () => {
    const { directive, text } = await open(path);
    const allowed = directive("script-src") ?? [];
    expect(allowed).not.toContain("'unsafe-inline'");
    const nonce = allowed.map((source) => /^'nonce-(.+)'$/.exec(source)?.[1]).find(Boolean);
    const inline = [...text.matchAll(/<script\b([^>]*)>/g)]
      .map(([, attributes = ""]) => attributes)
      .filter((each) => !/\ssrc=|application\/json/.test(each));
    expect(inline.length).toBeGreaterThan(0);
    for (const attributes of inline) expect(attributes).toContain(`nonce="${nonce}"`);
    expect(text).not.toMatch(/<[a-z][^>]*\son[a-z]+="/);
  });
}

test("no two responses share a nonce, and a client cannot choose it", async () => {
  const chosen = "script-src 'nonce-Y2hvc2VuY2hvc2VuY2hvcw=='";
  const ask = () =>
    fetch(`${server.url}/sign-in`, { headers: { "content-security-policy": chosen } });
  const policies = (await Promise.all([ask(), ask()])).map(({ headers }) =>
    headers.get("content-security-policy"),
  );
  expect(policies[0]).not.toBe(policies[1]);
  expect(policies.join()).not.toContain("Y2hvc2Vu");
});

test("a page connects only to this server, and to LiveKit where browsers reach it", async () => {
  const { host } = new URL(server.url);
  const own = (await open("/")).directive("connect-src");
  expect(own).toEqual(["'self'", `ws://${host}`, `wss://${host}`, `http://${host}`]);
  const cloud = (await open("/", secure.url)).directive("connect-src");
  for (const source of ["wss://show.livekit.cloud", "https://*.livekit.cloud"]) {
    expect(cloud).toContain(source);
  }
});

test("with TLS, browsers are told to keep using it; without, they are not", async () => {
  const strict = "strict-transport-security";
  expect((await open("/", secure.url)).answer.headers.get(strict)).toBe("max-age=63072000");
  expect((await open("/")).answer.headers.get(strict)).toBeNull();
});

test("the URL of an invite is never sent as a referrer", async () => {
  for (const path of ["/join", "/programme/mX7kPq2vTn9LwRz4"]) {
    expect((await open(path)).answer.headers.get("referrer-policy")).toBe("no-referrer");
  }
});

test("404: Next's image service is off", async () => {
  const { status } = await fetch(`${server.url}/_next/image?url=%2Ficon.svg&w=64&q=75`);
  expect(status).toBe(404);
});
