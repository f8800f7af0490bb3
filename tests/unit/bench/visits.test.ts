import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { passesIn, visitAll } from "@/bench/scenarios/visits";

let close = () => {};
afterEach(() => close());

type Answer = (request: IncomingMessage, response: ServerResponse, asked: number) => void;

async function serve(answer: Answer) {
  let asked = 0;
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => answer(request, response, asked++));
  server.on("connection", (socket) => sockets.add(socket));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, sockets };
}

const page = (pass: string) => `<script>{"token":"${pass}.b-_.c","url":"ws://x"}</script>`;

describe("visits", () => {
  it("are as many as requested, over so many connections, each from another address", async () => {
    const addresses = new Set();
    const { url, sockets } = await serve((request, response, asked) => {
      addresses.add(request.headers["x-forwarded-for"]);
      expect(request.headers.accept).toContain("text/html");
      expect(request.headers["upgrade-insecure-requests"]).toBe("1");
      response.end(page(`a${asked}`));
    });
    const made = await visitAll(url, 50, 5);
    expect(passesIn(made)).toHaveLength(50);
    expect(made.visits.every(({ ms }) => ms > 0)).toBe(true);
    expect(addresses.size).toBe(50);
    expect(sockets.size).toBe(5);
  });

  it.each([
    ["gzip", gzipSync],
    ["br", brotliCompressSync],
    ["deflate", deflateSync],
  ])("read a pass from a page encoded as %s", async (encoding, encode) => {
    const { url } = await serve((_, response) => {
      response.setHeader("content-encoding", encoding);
      response.end(encode(page("abc")));
    });
    expect(passesIn(await visitAll(url, 1, 1))).toEqual(["abc.b-_.c"]);
  });

  it("end when the response has ended, not when the pass has arrived", async () => {
    const { url } = await serve((_, response) => {
      response.write(page("a"));
      setTimeout(() => response.end("the rest"), 60);
    });
    const { visits } = await visitAll(url, 1, 1);
    expect(visits[0]?.body.toString()).toMatch(/the rest$/);
    expect(visits[0]?.ms).toBeGreaterThanOrEqual(50);
  });

  it("fail for a response other than 200", async () => {
    const { url } = await serve((_, response, asked) => {
      response.statusCode = asked === 3 ? 429 : 200;
      response.end(page("a"));
    });
    await expect(visitAll(url, 10, 2)).rejects.toThrow("429");
  });

  it("fail once, whatever the others would have received", async () => {
    const { url } = await serve((_, response, asked) => {
      response.statusCode = 503;
      response.write(page("a"));
      if (asked === 3) response.end();
    });
    await expect(visitAll(url, 50, 8)).rejects.toThrow("503");
  });

  it("fail for a response that breaks off", async () => {
    const { url } = await serve((_, response) => {
      response.write(page("a"));
      response.socket?.end();
    });
    await expect(visitAll(url, 1, 1)).rejects.toThrow();
  });

  it("have a pass each, all different", async () => {
    const { url } = await serve((_, response) => response.end(page("a")));
    expect(() => passesIn({ visits: [], seconds: 1 })).not.toThrow();
    const twice = await visitAll(url, 2, 1);
    expect(() => passesIn(twice)).toThrow("the same pass");
    const [one] = twice.visits;
    const empty = one ? [{ ...one, body: Buffer.from("<html>") }] : [];
    expect(() => passesIn({ visits: empty, seconds: 1 })).toThrow("no pass");
  });
});
