import { beforeAll, describe, expect, test } from "vitest";
import { Client } from "@/tests/support/api/client";
import { aLivestream, anAccount, type Person } from "@/tests/support/api/factories";

const browser = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };

let hanna: Person;
let mint: string;
beforeAll(async () => {
  hanna = await anAccount("Hanna");
  ({ mint } = await aLivestream(hanna));
});

const ask = (path: string, headers: Record<string, string>, method = "GET") =>
  new Client().send(path, { method, headers });

describe.each([
  ["the list of livestreams", () => "/livestreams", () => "/"],
  ["a livestream", () => `/livestreams/${mint}`, () => `/watch/${mint}`],
  ["an account", () => `/accounts/${hanna.handle}`, () => `/@${hanna.handle}`],
  ["one\u2019s organizations", () => "/organizations", () => "/account/organizations"],
  ["one\u2019s API keys", () => "/api-keys", () => "/account"],
])("%s", (_, endpoint, page) => {
  test("307: a browser that opens the API URL is led to the page", async () => {
    for (const method of ["GET", "HEAD"]) {
      const { status, headers } = await ask(endpoint(), browser, method);
      expect(status).toBe(307);
      expect(headers.get("location")).toBe(page());
      expect(headers.get("vary")).toContain("Accept");
      expect(headers.get("cache-control")).toBe("no-store");
    }
  });

  test("API clients get the API\u2019s answer, whatever else they accept", async () => {
    for (const headers of [
      { accept: "application/json" },
      { accept: "*/*" },
      { ...browser, authorization: "Bearer garbage" },
    ]) {
      const { status, headers: told } = await ask(endpoint(), headers);
      expect([200, 401]).toContain(status);
      expect(told.get("content-type")).toMatch(/json/);
    }
  });
});

test("307: the query stays, so that a search is the same search", async () => {
  const { headers } = await ask("/livestreams?q=jazz", browser);
  expect(headers.get("location")).toBe("/?q=jazz");
});

test("other methods are never redirected", async () => {
  const { status } = await ask("/organizations", browser, "POST");
  expect(status).toBe(401);
});
