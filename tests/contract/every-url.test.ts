import { beforeAll, expect, test } from "vitest";
import { allContracts } from "@/lib/contracts/all";
import { type Endpoint, nothing } from "@/lib/contracts/common/endpoint";
import { addressOf, Client, type Input } from "@/tests/support/api/client";
import { sql } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { anAccount, type Person } from "@/tests/support/api/factories";
import { sessionCookieOf, signInByPage } from "@/tests/support/api/pages";
import { server } from "@/tests/support/api/server";
import { signBearer } from "@/tests/support/api/tokens";

/** Every URL with its own example: well-formed, but naming things that do not exist. */
const all = allContracts.map(({ contract }) => {
  const { params, query, body } = contract.example;
  return {
    name: `${contract.method} ${contract.path}`,
    endpoint: contract,
    access: callersOf(contract),
    input: { params, query, body } as Input<Endpoint>,
  };
});
function callersOf({ access }: Endpoint) {
  // Encoders have no account; their own tests cover how they are refused.
  if (access === "encoder") return "encoders";
  return access === "public" || access === "anyone" ? "open" : "signed in";
}
const forTheSignedIn = all.filter(({ access }) => access === "signed in");
const forPeople = all.filter(({ access }) => access !== "encoders");
const withBody = forPeople.filter(({ endpoint }) => endpoint.body !== nothing && !endpoint.takes);
const writes = forPeople.filter(({ endpoint }) => endpoint.method !== "GET");

let ada: Person;
let browser: Client;
beforeAll(async () => {
  ada = await anAccount();
  // An operator, who passes every access check: these tests cover what comes after it.
  await sql("update accounts set role = 'admin' where id = $1", [ada.id]);
  ({ browser } = await signInByPage(ada));
  expect(sessionCookieOf(browser)).toBeDefined();
});

test("404: an endpoint that does not exist, as a problem like every refusal", async () => {
  const paths = [
    "/auth/nothing",
    "/livestreams/a/b/c",
    "/livekit/nothing",
    "/api/v2/x",
    "/users/me",
  ];
  for (const path of paths) {
    for (const method of ["GET", "POST", "DELETE"]) {
      expectProblem(await new Client().send(path, { method }), 404, "endpoint-not-found");
    }
  }
});

test("404: a page that does not exist, shown to a browser as a page", async () => {
  const answer = await new Client().send("/users/me", { headers: { accept: "text/html" } });
  expect(answer.status).toBe(404);
  expect(answer.headers.get("content-type")).toMatch(/^text\/html/);
});

test("404: a page that refuses someone has the title of the refusal", async () => {
  for (const path of ["/admin/accounts", "/admin/settings", "/@no_such_person", "/imprint"]) {
    const { text } = await new Client().send(path, { headers: { accept: "text/html" } });
    expect([path, /<title>([^<]*)/.exec(text)?.[1]]).toEqual([
      path,
      expect.stringContaining("Page not found"),
    ]);
  }
});

test("405: a method that a URL does not support, with those it does", async () => {
  const answer = await new Client().send("/auth/login", { method: "DELETE" });
  expectProblem(answer, 405, "method-not-allowed");
  expect(answer.headers.get("allow")).toBe("POST, OPTIONS");
  expectProblem(await new Client().send("/auth/my-profile", { method: "POST" }), 405);
});

test("200: /openapi.json lists every contract and nothing else", async () => {
  const { status, body } = await new Client().send("/openapi.json");
  expect(status).toBe(200);
  const { openapi, servers, paths } = body as {
    openapi: string;
    servers: { url: string }[];
    paths: Record<string, object>;
  };
  expect(openapi).toBe("3.1.0");
  expect(servers).toEqual([{ url: server.url }]);
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(described.sort()).toEqual(all.map(({ name }) => name).sort());
});

for (const { name, endpoint, input } of forTheSignedIn) {
  test(`401: ${name} without a token`, async () => {
    const answer = await new Client().call(endpoint, input);
    expectProblem(answer, 401, "not-signed-in");
    expect(answer.headers.get("www-authenticate")).toBe("Bearer");
  });

  test(`401: ${name} with an invalid token`, async () => {
    expectProblem(await new Client("garbage").call(endpoint, input), 401, "not-signed-in");
  });

  test(`401: ${name} with a token whose session has ended`, async () => {
    const ended = await signBearer({ sid: "NoSuchSession1234567890", sub: ada.id });
    expectProblem(await new Client(ended).call(endpoint, input), 401, "not-signed-in");
  });

  test(`401: ${name} with an expired token`, async () => {
    const expired = await signBearer({ sid: "any", sub: ada.id, exp: 1_700_000_000 });
    expectProblem(await new Client(expired).call(endpoint, input), 401, "session-expired");
  });
}

for (const { name, endpoint, input } of withBody) {
  const bodies = { "no body": "", "invalid JSON": "{title:", "a list": "[]", "just null": "null" };
  for (const [what, raw] of Object.entries(bodies)) {
    test(`400: ${name} with ${what}`, async () => {
      const headers = { "content-type": "application/json" };
      const sent = { method: endpoint.method, raw, headers };
      const answer = await ada.api.send(addressOf(endpoint, input), sent);
      expect(expectProblem(answer, 400, "invalid-request").errors).toBeTypeOf("object");
    });
  }

  test(`${name} ${endpoint.lenient ? "ignores" : "refuses with 400"} an unknown field`, async () => {
    // Raw, because a literal's __proto__ would not become a field.
    const known = JSON.stringify(input.body ?? {}).slice(1, -1);
    const fields = [known, '"unheardOf":1,"__proto__":2'].filter(Boolean).join(",");
    const headers = { "content-type": "application/json" };
    const sent = { method: endpoint.method, raw: `{${fields}}`, headers };
    const answer = await ada.api.send(addressOf(endpoint, input), sent);
    if (endpoint.lenient) return expect(answer.status, answer.text).not.toBe(400);
    const { errors = {} } = expectProblem(answer, 400, "invalid-request");
    expect(Object.keys(errors).sort()).toEqual(["__proto__", "unheardOf"]);
  });

  test(`413: ${name} with a body over its limit`, async () => {
    const raw = JSON.stringify({ padding: "x".repeat(endpoint.maxBytes) });
    const sent = { method: endpoint.method, raw };
    expectProblem(await ada.api.send(addressOf(endpoint, input), sent), 413, "body-too-large");
  });
}

for (const { name, endpoint, input } of writes) {
  const foreign: Record<string, Record<string, string>> = {
    "a page of another site": { "sec-fetch-site": "cross-site" },
    "a page of a sibling host": { "sec-fetch-site": "same-site" },
    "another origin": { origin: "https://evil.example" },
    "an opaque origin": { origin: "null" },
  };
  for (const [from, headers] of Object.entries(foreign)) {
    test(`403: ${name} with a cookie from ${from}`, async () => {
      expectProblem(await browser.call(endpoint, input, headers), 403, "cross-site-request");
    });
  }
}
