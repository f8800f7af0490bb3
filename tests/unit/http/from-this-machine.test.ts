import { describe, expect, test } from "vitest";
import { isFromThisMachine, isProxied, proxiedHeader } from "@/lib/http/from-this-machine";

const here = { trustProxy: 0, publicUrl: "http://localhost:3000" };
const browser = { host: "localhost:3000", origin: "http://localhost:3000" };
/** As the door marks it, and as Next passes it to a route: Next adds X-Forwarded headers itself. */
const asked = (headers: Record<string, string>, settings = here, peer = "127.0.0.1") => {
  const marked = { ...headers, [proxiedHeader]: isProxied(headers) ? "yes" : "no" };
  const byNext = { "x-forwarded-host": "localhost:3000", "x-forwarded-for": peer };
  return isFromThisMachine(new Headers({ ...byNext, ...marked }), settings, peer);
};

describe("a request is from this machine", () => {
  test("when it comes from loopback, to a loopback name", () => {
    expect(asked(browser)).toBe(true);
    expect(asked({ ...browser, host: "127.0.0.1:3000" })).toBe(true);
    expect(asked({ host: "[::1]:3000" }, here, "::1")).toBe(true);
    expect(asked({ host: "localhost:3000" }, here, "::ffff:127.0.0.1")).toBe(true);
  });
});

describe("a request may be someone else's", () => {
  test("when it comes from another machine, or from an unknown address", () => {
    expect(asked(browser, here, "192.0.2.7")).toBe(false);
    expect(asked(browser, here, "unknown")).toBe(false);
    expect(asked(browser, here, "2001:db8::1")).toBe(false);
  });

  test("when a proxy on this machine forwarded it", () => {
    const traces = ["forwarded", "via", "x-real-ip", "cf-connecting-ip", "x-client-ip"];
    for (const end of ["for", "host", "port", "proto", "server"]) traces.push(`x-forwarded-${end}`);
    for (const name of traces) {
      expect(asked({ ...browser, [name]: "127.0.0.1" }), name).toBe(false);
    }
  });

  test("when it carries no mark", () => {
    expect(isFromThisMachine(new Headers(browser), here, "127.0.0.1")).toBe(false);
  });

  test("when the settings name a proxy or another address", () => {
    expect(asked(browser, { ...here, trustProxy: 1 })).toBe(false);
    expect(asked(browser, { ...here, publicUrl: "https://live.example.com" })).toBe(false);
  });

  test("when the browser asked for another name, even one that leads to loopback", () => {
    expect(asked({ ...browser, host: "live.example.com" })).toBe(false);
    expect(asked({ ...browser, host: "localhost.example.com" })).toBe(false);
    expect(asked({ ...browser, origin: "https://live.example.com" })).toBe(false);
    expect(asked({ ...browser, origin: "null" })).toBe(false);
  });
});
