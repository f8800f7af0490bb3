import { describe, expect, test } from "vitest";
import { isFromThisMachine } from "@/lib/http/from-this-machine";

const here = { trustProxy: 0, publicUrl: "http://localhost:3000" };
/** As Next hands it to a route: it adds the X-Forwarded headers itself. */
const browser = {
  host: "localhost:3000",
  origin: "http://localhost:3000",
  "x-forwarded-host": "localhost:3000",
  "x-forwarded-for": "127.0.0.1",
};
const asked = (headers: Record<string, string>, settings = here, peer = "127.0.0.1") =>
  isFromThisMachine(new Headers(headers), settings, peer);

describe("a request is from this machine", () => {
  test("when it comes from loopback, to a name of loopback", () => {
    expect(asked(browser)).toBe(true);
    expect(asked({ ...browser, host: "127.0.0.1:3000" })).toBe(true);
    expect(asked({ host: "[::1]:3000", "x-forwarded-for": "::1" }, here, "::1")).toBe(true);
    expect(asked({ host: "localhost:3000" }, here, "::ffff:127.0.0.1")).toBe(true);
  });
});

describe("a request may be somebody else's", () => {
  test("when it comes from another machine, or from nobody knows where", () => {
    expect(asked(browser, here, "192.0.2.7")).toBe(false);
    expect(asked(browser, here, "unknown")).toBe(false);
    expect(asked(browser, here, "2001:db8::1")).toBe(false);
  });

  test("when a proxy on this machine has passed it on", () => {
    expect(asked({ ...browser, "x-forwarded-for": "192.0.2.7" })).toBe(false);
    expect(asked({ ...browser, "x-forwarded-for": "127.0.0.1, 192.0.2.7" })).toBe(false);
    for (const name of ["forwarded", "via", "x-real-ip"]) {
      expect(asked({ ...browser, [name]: "127.0.0.1" }), name).toBe(false);
    }
  });

  test("when the settings speak of a proxy or another address", () => {
    expect(asked(browser, { ...here, trustProxy: 1 })).toBe(false);
    expect(asked(browser, { ...here, publicUrl: "https://live.example.com" })).toBe(false);
  });

  test("when the browser asked for another name, also one that leads to loopback", () => {
    expect(asked({ ...browser, host: "live.example.com" })).toBe(false);
    expect(asked({ ...browser, host: "localhost.example.com" })).toBe(false);
    expect(asked({ ...browser, "x-forwarded-host": "live.example.com" })).toBe(false);
    expect(asked({ ...browser, origin: "https://live.example.com" })).toBe(false);
    expect(asked({ ...browser, origin: "null" })).toBe(false);
  });
});
