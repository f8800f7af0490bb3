import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { login } from "@/lib/contracts/accounts/auth";
import { changeSettings, readSettings } from "@/lib/contracts/admin/installation";
import { editLivestream, endLivestream } from "@/lib/contracts/livestreams";
import { theSuperAdmin } from "@/tests/support/api/actors";
import { anAdmin } from "@/tests/support/api/admins";
import { type Answer, Client } from "@/tests/support/api/client";
import { sql } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { aLiveShow, aLivestream, anAccount, anInvite } from "@/tests/support/api/factories";
import { signInByPage } from "@/tests/support/api/pages";
import { server } from "@/tests/support/api/server";
import { type Scene, storedTexts } from "./stored-text";

let scene: Scene;
let restore: () => Promise<unknown>;
beforeAll(async () => {
  const [ada, superAdmin] = [await anAdmin("Ada"), await theSuperAdmin()];
  const { logo: _, changedAt: __, ...body } = await superAdmin.ok(readSettings, {});
  restore = () => superAdmin.ok(changeSettings, { body });
  const mint = await aLiveShow(ada);
  await ada.api.ok(editLivestream, { params: { mint }, body: { chatWithoutAccount: true } });
  scene = { ada, superAdmin, mint };
});
afterAll(() => restore?.());
beforeEach(async () => {
  await sql("delete from rate_limits");
});

/** Everything that a response says, as text: the request's own words come back in it. */
const said = ({ body }: Answer) => JSON.stringify(body);

for (const { what, max, lines, store } of storedTexts) {
  test(`${what}: characters that cannot be seen are dropped, NUL is refused, and its length is limited`, async () => {
    const rightToLeft = await store(scene, "a\u202eb\u2066c\u200bd");
    expect(rightToLeft.status, rightToLeft.text).toBeLessThan(300);
    expect(said(rightToLeft)).not.toMatch(/[\u202e\u2066\u200b]/);
    expectProblem(await store(scene, "a\u0000b"), 400, "invalid-request");
    for (const wide of ["W", "\u05d0", "\u{1f469}"]) {
      const longest = await store(scene, wide.repeat(Math.floor(max / wide.length)));
      expect(longest.status, longest.text.slice(0, 200)).toBeLessThan(300);
    }
    expectProblem(await store(scene, "W".repeat(max + 1)), 400, "invalid-request");
    if (!lines) {
      const broken = await store(scene, "a\r\nb\u2028c");
      expect(said(broken)).not.toMatch(/a(\\r|\\n)|\u2028/);
    }
  });
}

/** Short enough for a name; ends every kind of element and attribute that it could be in. */
const attack = `'"></title></script --><img src=x onerror=a>`;
const marked = (index: number) => `${attack}${String(index).padStart(2, "0")}`;

type Node = DefaultTreeAdapterTypes.Node;
const childrenOf = (node: Node): Node[] => ("childNodes" in node ? node.childNodes : []);
function* elementsOf(node: Node): Generator<DefaultTreeAdapterTypes.Element> {
  if ("attrs" in node) yield node;
  if ("content" in node) yield* elementsOf(node.content);
  for (const child of childrenOf(node)) yield* elementsOf(child);
}

/** Elements of a page that only an attack's text can have made. */
function markupIn(html: string): string[] {
  return [...elementsOf(parse(html))].flatMap(({ tagName, attrs }) => {
    const found = attrs.filter(
      ({ name, value }) =>
        /^on/.test(name) ||
        /^\s*(javascript|data|vbscript):(?!image\/)/i.test(value) ||
        (name === "src" && value === "x"),
    );
    return found.map(({ name, value }) => `<${tagName} ${name}="${value}">`);
  });
}

test("a script in any text is shown as text on every page", { timeout: 120_000 }, async () => {
  const { ada, mint } = scene;
  for (const [index, { what, store }] of storedTexts.entries()) {
    const answer = await store(scene, marked(index));
    expect(answer.status, `${what}: ${answer.text}`).toBeLessThan(300);
  }
  const { mint: planned } = await aLivestream(ada, { title: marked(90), visibility: "public" });
  const over = await aLiveShow(ada);
  await ada.api.ok(editLivestream, { params: { mint: over }, body: { title: marked(91) } });
  await ada.api.ok(endLivestream, { params: { mint: over } });
  const { token } = await anInvite(ada, mint);
  const { browser } = await signInByPage(ada, new Client());
  // The name that a browser gives itself is on the page of its account's sessions.
  const { email, password } = ada;
  const json = { email, password };
  await new Client().send(login.path, { method: "POST", json, headers: { "user-agent": attack } });

  const typed = encodeURIComponent(attack);
  const pages = [
    ...[
      "/",
      `/?q=${typed}`,
      `/?tag=${typed}`,
      `/@${ada.handle}`,
      "/imprint",
      "/privacy",
      "/docs/api",
    ],
    ...[mint, planned, over].flatMap((show) => [
      `/watch/${show}`,
      `/embed/${show}`,
      `/studio/${show}`,
    ]),
    ...[`/waiting-room/${mint}`, `/join?invite_token=${token}`, `/join?invite_token=${typed}`],
    ...["/studio", "/account", "/account/organizations", `/account/organizations/${ada.handle}`],
    ...[
      "",
      "/accounts",
      "/audit-log",
      "/bans",
      "/livestreams",
      "/reports",
      "/server",
      "/settings",
    ].map((page) => `/admin${page}`),
    ...[`/sign-in?callbackUrl=${typed}`, `/sign-in?error=${typed}`, `/sign-up?next=${typed}`],
    ...[`/admin/accounts?q=${typed}`, `/${typed}`, `/watch/${typed}`, `/@${typed}`],
  ];
  const shown = new Set<string>();
  for (const client of [browser, new Client()]) {
    for (const path of pages) {
      const { status, text } = await client.send(path, { headers: { accept: "text/html" } });
      expect(status, path).toBeLessThan(500);
      expect(markupIn(text), path).toEqual([]);
      for (const [, index = ""] of text.matchAll(/onerror=a(?:>|&gt;|\\u003e)(\d\d)/g))
        shown.add(index);
    }
  }
  // Pages that load their text by script show it with React, which knows no markup in text.
  expect(shown.size).toBeGreaterThan(5);
});

test("a script in any text is data in every document that carries it", async () => {
  const { ada, mint } = scene;
  const { mint: planned } = await aLivestream(ada, { title: marked(92), visibility: "public" });
  const { browser } = await signInByPage(ada, new Client());
  const watch = encodeURIComponent(`${server.url}/watch/${mint}`);
  const documents = [
    ...[`/livestreams/${mint}`, `/livestreams/${mint}/chat`, `/livestreams/${mint}/event-log`],
    ...[
      `/livestreams/${mint}/restrictions`,
      `/accounts/${ada.handle}`,
      "/livestreams",
      "/auth/sessions",
    ],
    ...[
      `/api/v1/livekit/guest/invites?roomId=${mint}`,
      `/api/v1/livekit/guest/waiting?roomId=${mint}`,
    ],
    ...["/auth/my-data", "/organizations", "/api-keys", "/installation", "/installation/audit-log"],
    ...["/installation/reports", "/installation/accounts", "/installation/sign-up-links"],
    ...[`/oembed?url=${watch}`, `/livestreams/${planned}/calendar.ics`, "/api/auth/session"],
    ...[
      `/livestreams/${mint}/card`,
      `/livestreams/${planned}/card`,
      `/accounts/${ada.handle}/card`,
    ],
  ];
  let carried = 0;
  for (const path of documents) {
    const { status, headers, text, body } = await browser.send(path);
    expect(status, path).toBe(200);
    expect(headers.get("content-type"), path).toMatch(
      /^(application\/json|text\/calendar|image\/(png|jpeg))/,
    );
    expect(headers.get("x-content-type-options"), path).toBe("nosniff");
    if (text.includes("onerror=a")) carried++;
    const { html } = body as { html?: string };
    // oEmbed's code is pasted into other sites' pages.
    if (html) expect([html, markupIn(html)]).toEqual([expect.stringContaining("onerror"), []]);
    if (path.endsWith(".ics")) expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  }
  expect(carried).toBeGreaterThan(documents.length / 2);
});

test("a script in a suspension's reason is data for the person who reads it when they sign in", async () => {
  const bob = await anAccount("Bob");
  await sql("update accounts set suspended_at = now(), suspension_reason = $2 where id = $1", [
    bob.id,
    attack,
  ]);
  const { answer } = await signInByPage(bob, new Client());
  expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
  expect(markupIn(`${(answer.body as { url?: string }).url}`)).toEqual([]);
});
