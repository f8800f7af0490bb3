import { once } from "node:events";
import { get } from "node:http";
import { beforeAll, describe, expect, test } from "vitest";
import { createApiKey } from "@/lib/contracts/accounts/api-keys";
import { login, myProfile, signUp } from "@/lib/contracts/accounts/auth";
import { allContracts } from "@/lib/contracts/all";
import { postChat } from "@/lib/contracts/chat";
import type { Endpoint } from "@/lib/contracts/common/endpoint";
import { guestState, roomAuth } from "@/lib/contracts/guests";
import { createLivestream, readLivestream } from "@/lib/contracts/livestreams";
import { ownToken, viewerPass } from "@/lib/contracts/tokens";
import { type Answer, addressOf, Client, type Input } from "@/tests/support/api/client";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aGuestWaiting,
  aLiveShow,
  aLivestream,
  anAccount,
  anInvite,
  type Person,
} from "@/tests/support/api/factories";
import { signInByPage } from "@/tests/support/api/pages";
import { server } from "@/tests/support/api/server";

/** Headers a browser sends for a page of another origin: another site, another port, a sandboxed frame. */
const pages: Record<string, Record<string, string>> = {
  "another site": { origin: "https://app.example", "sec-fetch-site": "cross-site" },
  "another port": { origin: "http://localhost:1", "sec-fetch-site": "same-site" },
  "a sandboxed frame": { origin: "null", "sec-fetch-site": "cross-site" },
  "an older browser": { origin: "https://app.example" },
};
const foreign = pages["another site"] ?? {};

let ada: Person;
let key: string;
beforeAll(async () => {
  ada = await anAccount("Ada Lovelace");
  const scopes = ["livestreams:read", "livestreams:write", "tokens", "chat:write"] as const;
  ({ key } = await ada.api.ok(createApiKey, { body: { name: "Elsewhere", scopes: [...scopes] } }));
});

const allowed = ({ headers }: Answer) => headers.get("access-control-allow-origin");
const preflight = (path: string, method: string) =>
  new Client().send(path, {
    method: "OPTIONS",
    headers: { ...foreign, "access-control-request-method": method },
  });

const openMethodsOf = (path: string) =>
  allContracts
    .filter(({ contract }) => contract.path === path && !contract.ownPagesOnly)
    .flatMap(({ contract: { method } }) => (method === "GET" ? ["GET", "HEAD"] : [method]));

describe("a preflight", () => {
  for (const { contract } of allContracts) {
    const { method, path, ownPagesOnly, access, body, headers, example } = contract;
    const { params } = example;
    const address = addressOf(contract, { params } as Input<Endpoint>);
    const name = `${method} ${path}`;

    if (ownPagesOnly) {
      test(`allows nothing: ${name}`, async () => {
        const { headers } = await preflight(address, method);
        expect([...headers.keys()].filter((each) => each.startsWith("access-control"))).toEqual([]);
      });
      continue;
    }
    test(`allows what the contract accepts and nothing else: ${name}`, async () => {
      const answer = await preflight(address, method);
      expect(answer.status).toBe(204);
      expect(allowed(answer)).toBe("*");
      expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
      expect(Number(answer.headers.get("access-control-max-age"))).toBeGreaterThan(600);
      const list = (header: string) => answer.headers.get(header)?.split(", ").filter(Boolean);
      expect(list("access-control-allow-methods")?.sort()).toEqual(openMethodsOf(path).sort());
      const wanted = [
        ...(access === "public" ? [] : ["Authorization"]),
        ...("_zod" in body && body._zod.def.type !== "undefined" ? ["Content-Type"] : []),
        ...headers,
      ];
      expect(list("access-control-allow-headers")).toEqual(wanted);
    });
  }

  test("allows no method that the URL does not support", async () => {
    const { headers } = await preflight("/oembed", "DELETE");
    expect(headers.get("access-control-allow-methods")).toBeNull();
  });
});

for (const [page, headers] of Object.entries(pages)) {
  describe(`a page of another origin (${page})`, () => {
    test("200: can read and write with an API key, and never with credentials", async () => {
      const api = new Client(key);
      const read = await api.call(myProfile, {}, headers);
      const body = { title: "From elsewhere" };
      const made = await api.call(createLivestream, { body }, headers);
      expect([read.status, made.status]).toEqual([200, 201]);
      const room = await aLiveShow(ada);
      const token = await api.call(ownToken, { body: { userId: ada.id, room } }, headers);
      expect(token.status).toBe(200);
      for (const answer of [read, made, token]) {
        expect(allowed(answer)).toBe("*");
        expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
        expect(answer.headers.get("access-control-expose-headers")).toMatch(/Retry-After/);
      }
    });

    test("200: can read public resources without authentication", async () => {
      const mint = await aLiveShow(ada);
      const answers = [
        await new Client().call(readLivestream, { params: { mint } }, headers),
        await new Client().call(viewerPass, { params: { mint } }, headers),
        await new Client().send("/openapi.json", { headers }),
      ];
      for (const answer of answers) {
        expect(answer.status).toBe(200);
        expect(allowed(answer)).toBe("*");
      }
    });

    test("gets nothing with a cookie: it reads as an anonymous caller and cannot change anything", async () => {
      const { browser } = await signInByPage(ada);
      const { mint } = await aLivestream(ada, { visibility: "private" });
      const own = { "sec-fetch-site": "same-origin" };
      expect((await browser.call(readLivestream, { params: { mint } }, own)).status).toBe(200);
      const hidden = await browser.call(readLivestream, { params: { mint } }, headers);
      expectProblem(hidden, 404, "livestream-not-found");
      expectProblem(await browser.call(myProfile, {}, headers), 401, "not-signed-in");
      const body = { title: "By cookie" };
      const refused = await browser.call(createLivestream, { body }, headers);
      expectProblem(refused, 403, "cross-site-request");
    });

    test("200: can knock like a client without cookies; 403: with a guest's cookie", async () => {
      const { mint } = await aLivestream(ada);
      const invite = await anInvite(ada, mint);
      const inviteToken = invite.token;
      const browser = new Client();
      const knock = { body: { inviteToken, guestName: "Grace" } };
      const answer = await browser.call(roomAuth, knock, headers);
      expect(answer.status).toBe(200);
      expect(allowed(answer)).toBe("*");
      expect(answer.headers.getSetCookie()).toEqual([]);
      const { browser: guests } = await aGuestWaiting(invite);
      expectProblem(await guests.call(roomAuth, knock, headers), 403, "cross-site-request");
      const state = { body: { inviteToken } };
      expectProblem(await guests.call(guestState, state, headers), 403, "cross-site-request");
    });

    test("403: can neither sign in nor sign up", async () => {
      const { email, password } = ada;
      const signIn = await new Client().call(login, { body: { email, password } }, headers);
      const body = { email: "x@example.org", handle: "xyz", name: "X", password: "long enough" };
      for (const answer of [signIn, await new Client().call(signUp, { body }, headers)]) {
        expectProblem(answer, 403, "cross-site-request");
        expect(allowed(answer)).toBeNull();
      }
    });
  });
}

test("with a bearer token, cookies are ignored", async () => {
  const bob = await anAccount("Bob");
  const mint = await aLiveShow(ada);
  const { browser } = await aGuestWaiting(await anInvite(ada, mint));
  const both = new Client(bob.api.bearer, browser.address);
  for (const [name, value] of browser.cookies) both.cookies.set(name, value);
  const said = await both.call(postChat, { params: { mint }, body: { text: "Hello" } }, foreign);
  expect(said.status).toBe(201);
  expect(said.body).toMatchObject({ author: { subject: bob.id } });
});

test("200: a link in an email opens with the cookies of the person who follows it", async () => {
  const { browser } = await signInByPage(ada);
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const headers = { cookie, "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" };
  // Node's fetch sets its own Sec-Fetch-Mode.
  const asked = get(new URL("/auth/my-profile", server.url), { headers });
  const [answer] = await once(asked, "response");
  answer.resume();
  expect(answer.statusCode).toBe(200);
});

test("200: a frame with an opaque origin can load the player's files", async () => {
  const { text } = await new Client().send(`/embed/${await aLiveShow(ada)}`);
  const fileOf = (pattern: RegExp) => pattern.exec(text)?.[0] ?? "none";
  const files = [
    fileOf(/\/_next\/static\/media\/[^"]*\.woff2/),
    fileOf(/\/_next\/static\/chunks\/[^"]*\.js/),
    fileOf(/\/modules\/livekit-client\.[^"]*\.js/),
    "/icon.svg",
  ];
  for (const file of files) {
    const answer = await new Client().send(file, { headers: pages["a sandboxed frame"] });
    expect(answer.status, file).toBe(200);
    expect(allowed(answer), file).toBe("*");
    expect(answer.headers.get("access-control-expose-headers"), file).toBe("Date");
    expect(answer.headers.get("access-control-allow-credentials"), file).toBeNull();
  }
});

test("400, 401, 404, 405, 413 and 429 are readable there too, with their headers", async () => {
  const api = new Client(key);
  const json = { "content-type": "application/json" };
  const send = (path: string, method: string, raw?: string, by = api) =>
    by.send(path, { method, raw, headers: { ...foreign, ...json } });
  const mint = await aLiveShow(ada);
  const chat = () => send(`/livestreams/${mint}/chat`, "POST", '{"text":"Hello"}');
  for (let times = 0; times < 5; times++) expect((await chat()).status).toBe(201);
  const flooded = await chat();
  const answers: [number, Answer][] = [
    [400, await send("/livestreams", "POST", "{")],
    [401, await send("/auth/my-profile", "GET", undefined, new Client("garbage"))],
    [404, await send("/livestreams/NoSuchShow123456", "GET")],
    [404, await send("/api/v2/nothing", "GET")],
    [404, await send("/users/me", "OPTIONS")],
    [405, await send("/oembed", "DELETE")],
    [413, await send("/livestreams", "POST", JSON.stringify({ title: "x".repeat(70_000) }))],
    [429, flooded],
  ];
  for (const [status, answer] of answers) {
    expect(answer.status, answer.text).toBe(status);
    expect(allowed(answer)).toBe("*");
    expect(answer.headers.get("access-control-expose-headers")).toMatch(/Allow.*Retry-After/);
  }
  expect(Number(flooded.headers.get("retry-after"))).toBeGreaterThan(0);
});
