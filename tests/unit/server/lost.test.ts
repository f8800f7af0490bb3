import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { openDoor } from "@/lib/server/door";
import { takeOwnSettings } from "@/tests/support/unit/settings";

const database = { isLost: true };
vi.mock("@/lib/db/bus", async (original) => ({
  ...(await original<typeof import("@/lib/db/bus")>()),
  hasLostDatabase: () => database.isLost,
}));
takeOwnSettings();

let answers: (response: ServerResponse) => void;
const door = openDoor({
  answer: async (_: IncomingMessage, response) => answers(response),
  dev: false,
  upgrade: null,
});
let to: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
  to = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => door.close(resolve)));
beforeEach(() => {
  database.isLost = true;
});

const ask = async (headers: Record<string, string> = {}, method = "GET") => {
  const answer = await fetch(`${to}/any/page`, { headers, method });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};

/** The ways in which Next sends an error page. */
const failures: [string, (response: ServerResponse) => void][] = [
  [
    "in one piece",
    (response) => {
      response.statusCode = 500;
      response.setHeader("Content-Length", 5);
      response.end("Sorry");
    },
  ],
  [
    "in pieces",
    (response) => {
      response.statusCode = 500;
      response.setHeader("ETag", "any");
      response.write("So");
      response.write("rry");
      response.end();
    },
  ],
  [
    "with its headers first, compressed",
    (response) => {
      response.writeHead(500, { "Content-Encoding": "gzip" });
      response.write("Sorry");
      response.end();
    },
  ],
  [
    "with flushed headers",
    (response) => {
      response.statusCode = 500;
      response.flushHeaders();
      response.write("Sorry");
      response.end();
    },
  ],
];

for (const [words, fails] of failures) {
  test(`503: a request that fails ${words} while the database is lost says so`, async () => {
    answers = fails;
    const page = await ask({ accept: "text/html" });
    expect([page.status, page.headers.get("retry-after")]).toEqual([503, "2"]);
    expect(page.text).toContain("<h1>Back in a moment</h1>");
    expect(page.text).not.toContain("Sorry");
    for (const name of ["etag", "content-encoding"]) expect(page.headers.has(name)).toBe(false);
    expect(page.headers.has("content-security-policy")).toBe(true);
    const { status, text } = await ask();
    expect(status).toBe(503);
    expect(JSON.parse(text)).toMatchObject({ code: "database-unavailable" });
    expect(await ask({ accept: "text/html" }, "HEAD")).toMatchObject({ status: 503, text: "" });
  });
}

test("any other failure stays as it is, and so does what succeeds", async () => {
  for (const status of [200, 404, 502]) {
    answers = (response) => void response.writeHead(status).end("Next's answer");
    expect(await ask()).toMatchObject({ status, text: "Next's answer" });
  }
  database.isLost = false;
  answers = (response) => void response.writeHead(500).end("Next's answer");
  expect(await ask()).toMatchObject({ status: 500, text: "Next's answer" });
});
