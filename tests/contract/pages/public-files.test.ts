import { statSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { blurAddress } from "@/lib/background-blur/address";
import { Client } from "@/tests/support/api/client";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { aLiveShow, anAccount } from "@/tests/support/api/factories";
import { askRaw } from "@/tests/support/api/raw";

const ask = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  new Client().send(path, { method, headers });

let liveKit: string;
beforeAll(async () => {
  const { text } = await ask(`/embed/${await aLiveShow(await anAccount())}`);
  liveKit = /\/modules\/livekit-client\.[^"]*\.js/.exec(text)?.[0] ?? "none";
});

describe("files made by the build", () => {
  const files = {
    "LiveKit's module": () => liveKit,
    "the WebAssembly behind background blur": () => `${blurAddress}/vision_wasm_internal.wasm`,
  };
  const sizeOf = (path: string) => String(statSync(`public${path}`).size);

  for (const [what, address] of Object.entries(files)) {
    const encodings = {
      br: "br",
      "gzip, deflate, br, zstd": "br",
      "br;q=0.5, gzip": "br",
      identity: null,
      "gzip;q=0, br;q=0": null,
      "br;q=0.0,x-br": null,
    };
    for (const [accepted, encoding] of Object.entries(encodings)) {
      test(`200: ${what} is ${encoding ? "compressed" : "plain"} for ${accepted}, and cacheable forever`, async () => {
        const headers = { "accept-encoding": accepted };
        const answer = await ask(address(), headers, "HEAD");
        expect(answer.status).toBe(200);
        expect(answer.headers.get("content-encoding")).toBe(encoding);
        expect(answer.headers.get("content-length")).toBe(
          sizeOf(encoding ? `${address()}.br` : address()),
        );
        expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
        expect(answer.headers.get("vary")).toBe("Accept-Encoding");
        expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
        expect(answer.headers.get("content-security-policy")).toContain("default-src 'self'");
      });
    }
  }

  test("200: compressed bytes are those from the build", async () => {
    const { status, headers, text } = await ask(liveKit, { "accept-encoding": "br" });
    expect([status, headers.get("content-length")]).toEqual([200, sizeOf(`${liveKit}.br`)]);
    expect(headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(String(Buffer.byteLength(text))).toBe(sizeOf(liveKit));
  });

  test("304: a browser that revalidates receives no body", async () => {
    for (const accepted of ["br", "identity"]) {
      const encoding = { "accept-encoding": accepted };
      const etag = (await ask(liveKit, encoding, "HEAD")).headers.get("etag");
      // fetch() would add Cache-Control: no-cache.
      const headers = [`Accept-Encoding: ${accepted}`, `If-None-Match: ${etag}`];
      const { status, body } = await askRaw(liveKit, { headers });
      expect([status, body], accepted).toEqual([304, ""]);
    }
  });

  test("200: ranges and unmet conditions get the whole file", async () => {
    for (const [name = "", value = ""] of [
      ["range", "bytes=0-9"],
      ["range", "bytes=99999999-"],
      ["range", "bytes=9-1"],
      ["if-match", "x"],
      ["if-unmodified-since", "Thu, 01 Jan 1970 00:00:01 GMT"],
    ]) {
      const { status, headers } = await ask(liveKit, { "accept-encoding": "br", [name]: value });
      expect([status, headers.get("accept-ranges")], `${name}: ${value}`).toEqual([200, "none"]);
      expect(headers.get("content-length")).toBe(sizeOf(`${liveKit}.br`));
    }
  });

  test("404: an unknown name is refused like any URL that does not exist", async () => {
    const others = [
      "/modules/none.js",
      liveKit.replace(".js", "x.js"),
      "/modules",
      `${blurAddress}/none.wasm`,
      "/background-blur/0/person.tflite",
    ];
    for (const path of others) {
      const call = await ask(path, { accept: "*/*", "accept-encoding": "br" });
      expectProblem(call, 404, "endpoint-not-found");
      expect(call.headers.get("content-encoding"), path).toBeNull();
      expect(call.headers.get("cache-control") ?? "", path).not.toContain("immutable");
      const page = await ask(path, { accept: "text/html" });
      expect(page.status, path).toBe(404);
      expect(page.headers.get("content-type"), path).toMatch(/^text\/html/);
    }
  });
});

describe("files for crawlers, home screens and tabs", () => {
  const types = {
    "/robots.txt": /^text\/plain/,
    "/manifest.webmanifest": /^application\/manifest\+json/,
    "/icon.svg": /^image\/svg\+xml/,
    "/favicon.ico": /^image\/x-icon/,
    "/apple-touch-icon.png": /^image\/png/,
  };
  for (const [path, type] of Object.entries(types)) {
    test(`200: ${path}`, async () => {
      const { status, headers, text } = await ask(path);
      expect(status).toBe(200);
      expect(headers.get("content-type")).toMatch(type);
      expect(text.length).toBeGreaterThan(0);
    });
  }

  test("200: every icon is served with the type in the manifest", async () => {
    const { icons } = (await ask("/manifest.webmanifest")).body as {
      icons: { src: string; type: string }[];
    };
    expect(icons.length).toBeGreaterThan(2);
    for (const { src, type } of icons) {
      const { status, headers } = await ask(src);
      expect([status, headers.get("content-type")], src).toEqual([200, type]);
    }
  });

  test("200: pages link to the manifest and the icons", async () => {
    const { text } = await ask("/", { accept: "text/html" });
    const links = {
      icon: "/icon.svg",
      "apple-touch-icon": "/apple-touch-icon.png",
      manifest: "/manifest.webmanifest",
    };
    for (const [rel, href] of Object.entries(links)) {
      expect(text).toContain(`<link rel="${rel}" href="${href}"`);
    }
  });

  test("200: a page in a sandboxed frame can read the server's time from the icon", async () => {
    const { status, headers } = await ask("/icon.svg", { origin: "null" }, "HEAD");
    expect(status).toBe(200);
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("access-control-expose-headers")).toBe("Date");
    expect(Date.parse(headers.get("date") ?? "")).toBeGreaterThan(0);
  });
});

test("405: a file can only be read", async () => {
  const { text } = await ask("/", { accept: "text/html" });
  const script = /\/_next\/static\/chunks\/[^"]*\.js/.exec(text)?.[0] ?? "none";
  const paths = [liveKit, liveKit.replace("/modules/", "/modules%2F"), "/robots.txt", script];
  for (const path of paths) {
    for (const method of ["POST", "DELETE", "OPTIONS"]) {
      const answer = await ask(path, { "accept-encoding": "br" }, method);
      expectProblem(answer, 405, "method-not-allowed");
      expect(answer.headers.get("allow"), `${method} ${path}`).toBe("GET, HEAD");
    }
  }
});
