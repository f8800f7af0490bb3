import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { allContracts } from "@/lib/contracts/all";

const rules = [...readFileSync("public/robots.txt", "utf8").matchAll(/^(Allow|Disallow): (.+)$/gm)];

/** As crawlers decide: the longest rule wins (RFC 9309, 2.2.2). */
function mayCrawl(path: string): boolean {
  const applying = rules
    .filter(([, , pattern = ""]) => matcherOf(pattern).test(path))
    .sort(([, , one = ""], [, , other = ""]) => other.length - one.length);
  return applying[0]?.[1] !== "Disallow";
}

const matcherOf = (pattern: string) =>
  new RegExp(`^${pattern.replace(/[.?+]/g, "\\$&").replaceAll("*", ".*")}`);

test("crawlers can read public pages and everything they are made of", () => {
  const pages = ["/", "/?tag=music", "/@ada", "/watch/x", "/docs/api", "/openapi.json"];
  const parts = ["/_next/static/chunks/x.js", "/modules/livekit-client.x.js", "/icon.svg"];
  const previews = ["/oembed", "/livestreams/x/card?t=x", "/livestreams/x/pictures/cover?digest=x"];
  for (const path of [...pages, ...parts, ...previews, "/accounts/ada/card"]) {
    expect(mayCrawl(path), path).toBe(true);
  }
});

test("pages that say noindex can be read, or crawlers would never know", () => {
  for (const path of ["/join?invite_token=x", "/j/x", "/embed/x"])
    expect(mayCrawl(path), path).toBe(true);
});

test("crawlers stay out of the studio, account pages and sign-in", () => {
  const pages = ["/studio", "/studio/x", "/account", "/account/organizations/x", "/waiting-room/x"];
  for (const path of [...pages, "/sign-in?callbackUrl=x", "/sign-up"]) {
    expect(mayCrawl(path), path).toBe(false);
  }
});

test("crawlers stay out of the API, except where link previews are read", () => {
  const open = allContracts
    .map(({ contract }) => contract.path)
    .filter((path) => mayCrawl(path.replace(/\{\w+\}/g, "x")));
  expect([...new Set(open)].sort()).toEqual([
    "/accounts/{handle}/card",
    "/accounts/{handle}/picture",
    "/livestreams/{mint}/card",
    "/livestreams/{mint}/pictures/{kind}",
    "/oembed",
    "/openapi.json",
  ]);
});
