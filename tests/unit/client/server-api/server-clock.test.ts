import { beforeEach, expect, test, vi } from "vitest";

const dayMs = 86_400_000;
const server = Date.parse("2026-07-15T18:00:00.700Z");

/** A browser whose clock is this far behind the server's; `pass` advances the time. */
async function aBrowser(behindMs: number) {
  vi.setSystemTime(server - behindMs);
  vi.resetModules();
  const { serverNow, noteServerTime } = await import("@/lib/client/server-api/server-clock");
  const serverMs = () => Date.now() + behindMs;
  return {
    serverMs,
    off: () => serverNow() - serverMs(),
    pass: (ms: number) => vi.setSystemTime(Date.now() + ms),
    answered(sentMs: number) {
      const date = new Date(Math.floor(serverMs() / 1_000) * 1_000).toUTCString();
      noteServerTime({ headers: new Headers({ date }) }, sentMs);
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
  return () => vi.useRealTimers();
});

for (const [what, behindMs] of [
  ["right", 0],
  ["five minutes slow", 300_000],
  ["a day fast", -dayMs],
] as const) {
  test(`one response gives the server's time to the second on a clock that is ${what}`, async () => {
    const browser = await aBrowser(behindMs);
    const sent = Date.now();
    browser.pass(80);
    browser.answered(sent);
    expect(Math.abs(browser.off())).toBeLessThan(1_000);
    browser.pass(3 * dayMs);
    expect(Math.abs(browser.off())).toBeLessThan(1_000);
  });
}

test("each further response makes it more exact", async () => {
  const browser = await aBrowser(dayMs);
  for (let n = 0; n < 30; n++) {
    const sent = Date.now();
    browser.pass(20);
    browser.answered(sent);
    browser.pass(1_217);
  }
  expect(Math.abs(browser.off())).toBeLessThan(150);
});

test("a clock that is changed while the page is open is noticed with the next response", async () => {
  const browser = await aBrowser(dayMs);
  browser.answered(Date.now());
  vi.setSystemTime(browser.serverMs());
  const { serverNow, noteServerTime } = await import("@/lib/client/server-api/server-clock");
  const date = new Date(Date.now()).toUTCString();
  noteServerTime({ headers: new Headers({ date }) }, Date.now());
  expect(Math.abs(serverNow() - Date.now())).toBeLessThan(1_000);
});

test("a response without a date changes nothing", async () => {
  const { serverNow, noteServerTime } = await import("@/lib/client/server-api/server-clock");
  const before = serverNow() - Date.now();
  noteServerTime({ headers: new Headers() }, Date.now());
  expect(serverNow() - Date.now()).toBe(before);
});
