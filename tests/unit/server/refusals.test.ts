import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openDoor } from "@/lib/server/door";
import { askRaw } from "@/tests/support/api/raw";
import { takeOwnSettings } from "@/tests/support/unit/settings";

takeOwnSettings();

const door = openDoor({
  answer: async (_, response) => void response.end(),
  dev: false,
  upgrade: null,
});
let to: string;
beforeAll(async () => {
  vi.stubEnv("PUBLIC_URL", "https://localhost");
  await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
  to = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => door.close(resolve)));

/** Security headers of every response, with TLS. */
const securityHeaders = [
  "content-security-policy: ",
  "permissions-policy: ",
  "referrer-policy: ",
  "strict-transport-security: max-age=63072000",
  "x-content-type-options: nosniff",
];

const upgrade = ["Connection: Upgrade", "Upgrade: websocket"];
const evil = "Host: evil.example";
const refusals: [number, string, Parameters<typeof askRaw>[1]][] = [
  [400, "//a", {}],
  [421, "/", { headers: [evil] }],
  [405, "/", { method: "TRACE" }],
  [413, "/", { method: "POST", headers: ["Content-Length: 300000000"], body: "x" }],
  [401, "/rtc", {}],
  [404, "/rtc/twirp", {}],
  [204, "/rtc", { method: "OPTIONS" }],
  [401, "/rtc", { headers: upgrade }],
  [421, "/rtc", { headers: [evil, ...upgrade] }],
];

test("every response of the door itself carries the same security headers as all others", async () => {
  for (const [status, target, more] of refusals) {
    const answer = await askRaw(target, { to, ...more });
    const head = answer.head.toLowerCase();
    const missing = securityHeaders.filter((line) => !head.includes(`\r\n${line}`));
    expect([answer.status, missing], `${target} ${JSON.stringify(more)}`).toEqual([status, []]);
    expect(head).not.toContain("evil.example");
  }
});
