import { connect } from "node:net";
import { server } from "./server";

export type RawAnswer = { status: number; head: string; body: string; ms: number };
type Sent = { to?: string; method?: string; headers?: string[]; body?: string };

const hangsMs = 10_000;
/** The first part of an answer to Expect: 100-continue. */
const goOn = /^HTTP\/1\.1 100 Continue\r\n\r\n/;

/**
 * Sends one request exactly as written, where a client would normalise it. `headers` are whole lines;
 * a Host line replaces the default one. Resolves with everything the server sent before it hung up.
 */
export function askRaw(
  target: string,
  { to = server.url, method = "GET", headers = [], body = "" }: Sent = {},
): Promise<RawAnswer> {
  const { hostname, port } = new URL(to);
  const host = headers.some((line) => /^host:/i.test(line)) ? [] : [`Host: localhost:${port}`];
  const lines = [`${method} ${target} HTTP/1.1`, ...host, "Connection: close", ...headers];
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    let heard = "";
    const socket = connect(Number(port), hostname === "localhost" ? "127.0.0.1" : hostname);
    socket.setEncoding("latin1").setTimeout(hangsMs);
    socket.on("connect", () => socket.write(`${lines.join("\r\n")}\r\n\r\n${body}`, "latin1"));
    socket.on("data", (chunk) => {
      heard += chunk;
    });
    const settle = () => {
      socket.destroy();
      const [head = "", ...rest] = heard.replace(goOn, "").split("\r\n\r\n");
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? Number.NaN);
      if (Number.isNaN(status)) reject(new Error(`no answer to ${method} ${target}`));
      else
        resolve({ status, head, body: rest.join("\r\n\r\n"), ms: performance.now() - startedAt });
    };
    socket.on("end", settle);
    // The answer to a body that is too large arrives while the body is still being sent.
    socket.on("error", settle);
    socket.on("timeout", settle);
  });
}
