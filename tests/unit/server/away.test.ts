import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openDoor } from "@/lib/server/door";
import { takeOwnSettings } from "@/tests/support/unit/settings";

vi.mock("@/lib/db/bus", async (original) => ({
  ...(await original<typeof import("@/lib/db/bus")>()),
  isDatabaseAway: () => true,
}));
takeOwnSettings();

const door = openDoor({
  answer: async (_, response) => void response.end("the app's answer"),
  dev: false,
  upgrade: null,
});
let to: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
  to = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => door.close(resolve)));

const ask = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(to + path, { headers });
  const retryAfter = answer.headers.get("retry-after");
  return { status: answer.status, retryAfter, text: await answer.text() };
};

test("503: without a database, the API names the reason and when to ask again", async () => {
  const { text, ...answer } = await ask("/livestreams");
  expect(answer).toEqual({ status: 503, retryAfter: "2" });
  expect(JSON.parse(text)).toMatchObject({ code: "database-unavailable", retryAfterSeconds: 2 });
});

test("503: browsers get a page in their language that reloads automatically", async () => {
  const { text, ...answer } = await ask("/", { accept: "text/html", "accept-language": "de" });
  expect(answer).toEqual({ status: 503, retryAfter: "2" });
  expect(text).toContain('<html lang="de">');
  expect(text).toContain('<meta http-equiv="refresh" content="2">');
  expect(text).toContain("<h1>Gleich wieder da</h1>");
});

test("files and health checks need no database", async () => {
  for (const path of ["/_next/static/any.js", "/healthz", "/readyz"]) {
    expect((await ask(path)).text, path).toBe("the app's answer");
  }
});
