import { beforeAll, expect, test } from "vitest";
import { listLivestreams } from "@/lib/contracts/livestreams";
import { Client } from "@/tests/support/api/client";
import { sql } from "@/tests/support/api/database";
import { aLivestream, anAccount, type Person, unique } from "@/tests/support/api/factories";
import { csrfTokenOf, form, signInByPage } from "@/tests/support/api/pages";
import { server } from "@/tests/support/api/server";
import { signedUp } from "@/tests/support/api/sign-up";

let ada: Person;
beforeAll(async () => {
  ada = await anAccount("Ada Lovelace");
});

test("signing in redirects to no other site, whatever the form asks for", async () => {
  for (const callbackUrl of ["https://evil.example/", "//evil.example", "javascript:alert(1)"]) {
    const browser = new Client();
    const { email, password } = ada;
    const csrfToken = await csrfTokenOf(browser);
    const fields = { csrfToken, email, password, callbackUrl, json: "true" };
    const sent = { method: "POST", ...form(fields) };
    const answer = await browser.send("/api/auth/callback/credentials", sent);
    expect(answer.status).toBeLessThan(500);
    const { url } = answer.body as { url?: string };
    if (url) expect(new URL(url, server.url).origin).toBe(new URL(server.url).origin);
  }
});

const injections = [
  "'; drop table accounts; --",
  "' or '1'='1",
  '" or ""="',
  "%' union select 1 --",
];

test("SQL in a name, a title or a search is treated as text", async () => {
  const [before] = await sql("select count(*)::int as count from accounts", []);
  for (const title of injections) {
    const { mint } = await aLivestream(ada, { title });
    const found = await new Client().ok(listLivestreams, { query: { q: title } });
    expect(found.livestreams.map((each) => each.mint)).toContain(mint);
  }
  const handle = unique("s").slice(0, 20);
  const email = `${handle}@example.org`;
  const name = injections[0] ?? "";
  const body = { email, handle, name, password: "long enough" };
  expect((await signedUp(body)).name).toBe(name);
  const [after] = await sql("select count(*)::int as count from accounts", []);
  expect(Number(after?.count)).toBeGreaterThan(Number(before?.count));
});

test("a script in a title is shown as text on every page", async () => {
  const title = "</title></script><script>alert(1)</script>";
  const { mint } = await aLivestream(ada, { title, visibility: "public" });
  const { browser } = await signInByPage(ada);
  for (const path of [`/watch/${mint}`, `/embed/${mint}`, `/studio/${mint}`, `/@${ada.handle}`]) {
    const { status, text } = await browser.send(path, { headers: { accept: "text/html" } });
    expect(status, path).toBe(200);
    expect(text, path).not.toContain("<script>alert(1)");
  }
});

test("no path escapes the folders that are served", async () => {
  const paths = ["/modules/..%2f..%2fpackage.json", "/background-blur/..%2f../package.json"];
  for (const path of [...paths, "/_next/static/..%2f..%2f..%2fpackage.json", "/modules/%00"]) {
    const { status, text } = await new Client().send(path);
    expect([400, 404], path).toContain(status);
    expect(text).not.toContain('"dependencies"');
  }
});
