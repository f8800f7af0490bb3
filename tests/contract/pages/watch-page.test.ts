import { beforeAll, expect, test } from "vitest";
import { catalogues } from "@/lib/words/catalogues";
import { Client } from "@/tests/support/api/client";
import { sql } from "@/tests/support/api/database";
import { aLiveShow, aLivestream, anAccount, type Person } from "@/tests/support/api/factories";
import { signInByPage } from "@/tests/support/api/pages";
import { askRaw } from "@/tests/support/api/raw";
import { claimsOf } from "@/tests/support/api/tokens";

const reader = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
const browser = { ...reader, "upgrade-insecure-requests": "1" };
const nextScript = /<script[^>]* src="\/_next\/[^>]* async=""/;

let hanna: Person;
beforeAll(async () => {
  hanna = await anAccount("Hanna");
});

const opens = (mint: string, headers = {}, method = "GET") =>
  new Client().send(`/watch/${mint}`, { method, headers: { ...browser, ...headers } });

const visitIn = (text: string) =>
  JSON.parse(/id="visit" type="application\/json">([^<]*)</.exec(text)?.[1] ?? "{}");

const moduleIn = (text: string) => /type="module" async src="([^"]*)"/.exec(text)?.[1] ?? "none";

test("200: a live show's page connects before it loads any of its own scripts", async () => {
  const mint = await aLiveShow(hanna);
  const { status, text, headers } = await opens(mint);
  expect(status).toBe(200);
  expect(text).not.toMatch(nextScript);
  expect(text).toContain('rel="modulepreload" href="/modules/livekit-client.');
  const { pass } = visitIn(text);
  expect(claimsOf(pass.token).video).toMatchObject({ room: mint, hidden: true });
  expect(headers.get("link") ?? "").not.toMatch(/as="?(font|script)/);
});

for (const [what, lines] of Object.entries({
  "an upgrade to HTTP/2": [
    "Connection: Upgrade, HTTP2-Settings",
    "Upgrade: h2c",
    "HTTP2-Settings: AA",
  ],
  "Expect: 100-continue": ["Expect: 100-continue"],
  "headers for a proxy": [
    "Proxy-Connection: keep-alive",
    "TE: trailers",
    "Trailer: X",
    "Keep-Alive: x",
  ],
})) {
  test(`200: the page is complete with ${what}`, async () => {
    const mint = await aLiveShow(hanna);
    const headers = [
      ...Object.entries(browser).map(([name, value]) => `${name}: ${value}`),
      ...lines,
    ];
    const { status, body } = await askRaw(`/watch/${mint}`, { headers });
    expect(status).toBe(200);
    expect(visitIn(body).pass.token).toBeTruthy();
    expect(body).toContain("</html>");
  });
}

test("200: a client without scripts gets the page in one piece, head first", async () => {
  const mint = await aLiveShow(hanna);
  const { text } = await new Client().send(`/watch/${mint}`, { headers: reader });
  const [head] = text.split("</head>");
  for (const part of ["<title>", 'property="og:title"', 'name="viewport"']) {
    expect(head).toContain(part);
  }
  expect(text).toMatch(nextScript);
  expect(moduleIn(text)).toBe("none");
});

test("200: the page has the usual viewport and its show's title, in the reader's language", async () => {
  const mint = await aLiveShow(hanna);
  const viewports = (text: string) =>
    [...text.matchAll(/<meta name="viewport" content="([^"]*)"/g)].map(([, it]) => it);
  const [lean, whole] = [
    await opens(mint),
    await new Client().send(`/watch/${mint}`, { headers: reader }),
  ];
  expect(viewports(lean.text)).toEqual(viewports(whole.text));
  const german = await opens(mint, { "accept-language": "de" });
  expect(lean.text).toContain('<html lang="en"');
  expect(german.text).toContain('<html lang="de"');
  const nameIn = (text: string) => /<title>([^<]*)<\/title>/.exec(text)?.[1];
  expect(nameIn(lean.text)).toBe(nameIn(whole.text));
  expect(german.text).toContain(`rel="canonical" href="http`);
});

test("200: the page's own data is a script that browsers can cache", async () => {
  const { text } = await opens(await aLiveShow(hanna));
  const address = /\/modules\/watch-en\.[\w-]+\.js/.exec(text)?.[0] ?? "none";
  for (const encoding of ["br", "identity"]) {
    const answer = await new Client().send(address, { headers: { "accept-encoding": encoding } });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain("self.__next_f");
    expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  }
  // Another process may name the same data differently: the script is served but not cached.
  const other = await new Client().send("/modules/watch-en.000000000000.js");
  expect(other.text).toContain("self.__next_f");
  expect(other.headers.get("cache-control")).toBe("no-store");
  for (const name of ["watch-xx.000000000000.js", "watch-", "watch-en.txt"]) {
    expect((await new Client().send(`/modules/${name}`)).status, name).toBe(404);
  }
});

test("two hundred page views create no viewer row", async () => {
  const mint = await aLiveShow(hanna);
  for (let look = 0; look < 200; look += 20) {
    await Promise.all(Array.from({ length: 20 }, () => opens(mint)));
  }
  const rows = await sql("select identity from participants where mint = $1 and role = 'viewer'", [
    mint,
  ]);
  expect(rows).toEqual([]);
});

test("200: headers that our server sends to Next are not believed from a client", async () => {
  const mint = await aLiveShow(hanna);
  const { text } = await opens(mint, { "x-greenroom-shell": "yes", "x-greenroom-counted": "yes" });
  expect(visitIn(text).pass.token).toBeTruthy();
  const read = await new Client().send(`/watch/${mint}`, {
    headers: { ...reader, "x-greenroom-shell": "yes" },
  });
  expect(read.text).toContain('property="og:title"');
});

test("403: a banned account gets a page that says so, and no pass", async () => {
  const mint = await aLiveShow(hanna);
  const ben = await anAccount("Ben");
  const { browser: his } = await signInByPage(ben);
  await sql(
    "insert into restrictions (mint, subject, kind, created_by) values ($1, $2, 'ban', $3)",
    [mint, ben.id, hanna.id],
  );
  const { status, text } = await his.send(`/watch/${mint}`, { headers: browser });
  expect(status).toBe(403);
  expect(visitIn(text)).toEqual({ closed: "banned" });
});

test("200: it has the headers of every page", async () => {
  const mint = await aLiveShow(hanna);
  const lean = (await opens(mint)).headers;
  const whole = (await new Client().send(`/watch/${mint}`, { headers: reader })).headers;
  const withoutNonce = (headers: Headers, name: string) =>
    headers.get(name)?.replace(/nonce-[\w+/=]+/, "nonce");
  for (const name of [
    "content-type",
    "content-security-policy",
    "referrer-policy",
    "cache-control",
  ]) {
    expect(withoutNonce(lean, name), name).toBe(withoutNonce(whole, name));
  }
  expect(lean.get("cache-control")).toContain("no-store");
  expect(lean.get("x-content-type-options")).toBe("nosniff");
});

test("200: without a show to connect to, the page loads like any other", async () => {
  const { mint } = await aLivestream(hanna);
  const { status, text } = await opens(mint);
  expect(status).toBe(200);
  expect(text).toMatch(nextScript);
  expect(moduleIn(text)).toBe("none");
});

test("200: React's own request gets an answer that React understands", async () => {
  const mint = await aLiveShow(hanna);
  // Next first redirects to the same URL with a cache-busting parameter.
  const marked = (await opens(mint, { rsc: "1" })).headers.get("location") ?? "";
  const { status, headers } = await new Client().send(marked, {
    headers: { ...browser, rsc: "1" },
  });
  expect(status).toBe(200);
  expect(headers.get("content-type")).toContain("text/x-component");
});

test("200: HEAD has the status and no body", async () => {
  const mint = await aLiveShow(hanna);
  expect(await opens(mint, {}, "HEAD")).toMatchObject({ status: 200, text: "" });
});

test("404: a stranger cannot tell a private show from a missing one, and may sign in", async () => {
  const { missing, "missing-signed-in": signedIn } = catalogues.en.watch.closed;
  const live = await aLiveShow(hanna, "private");
  const planned = await aLivestream(hanna, { visibility: "private" });
  const { browser: ben } = await signInByPage(await anAccount("Ben"));
  for (const [who, lede] of [
    [new Client(), missing.lede],
    [ben, signedIn.lede],
  ] as const) {
    const nothing = await read(who, "NoSuchMint000000");
    expect(nothing.raw).toContain(lede);
    for (const mint of [live, planned.mint]) {
      const hidden = await read(who, mint);
      expect(hidden.shown).toBe(nothing.shown);
      for (const secret of [hanna.name, planned.title, 'id="visit"']) {
        expect(hidden.raw).not.toContain(secret);
      }
    }
  }
});

/** A page that is not found, and what it shows: its HTML without scripts, its address and its nonce. */
async function read(who: Client, mint: string) {
  const { status, text } = await who.send(`/watch/${mint}`, { headers: browser });
  expect(status).toBe(404);
  const shown = text.replaceAll(/<script.*?<\/script>|nonce="[^"]*"/gs, "").replaceAll(mint, "");
  return { raw: text, shown };
}

test("200: a module is cacheable forever, since its name changes with its content", async () => {
  const mint = await aLiveShow(hanna);
  const address = moduleIn((await opens(mint)).text);
  for (const encoding of ["br", "gzip", "identity"]) {
    const { status, text, headers } = await new Client().send(address, {
      headers: { "accept-encoding": encoding },
    });
    expect(status).toBe(200);
    expect(text).toContain("/modules/livekit-client.");
    expect(headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(headers.get("content-type")).toMatch(/^text\/javascript/);
  }
});

test("404: no other file is served as a module", async () => {
  for (const name of ["manifest.json", "none.js", "..%2Fpackage.json", "..%2ftsconfig.json"]) {
    expect((await new Client().send(`/modules/${name}`)).status, name).toBe(404);
  }
});
