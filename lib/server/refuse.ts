import "server-only";
import { type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { env } from "@/lib/env";
import { exposedHeaders } from "@/lib/http/other-origins";
import { bareHeaders } from "@/lib/http/security-headers";
import type { Problem } from "@/lib/problem";

const headersOf = (body: string, { extra: { retryAfterSeconds } }: Problem) => ({
  ...bareHeaders(env().publicUrl),
  "Content-Type": "application/problem+json",
  // Pages of other origins may read the reason, as with routes behind Next
  // (lib/http/other-origins.ts).
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": exposedHeaders,
  "Content-Length": String(Buffer.byteLength(body)),
  "Cache-Control": "no-store",
  ...(retryAfterSeconds && { "Retry-After": String(retryAfterSeconds) }),
});

/** What an answer is sent with. */
export type Answering = Pick<ServerResponse, "writeHead" | "end">;

/** Answers with a problem, as lib/http does behind Next. */
export function refuse(
  request: IncomingMessage,
  response: Answering,
  problem: Problem,
  headers: Record<string, string> = {},
): void {
  const body = JSON.stringify(problem.toBody());
  response.writeHead(problem.status, { ...headersOf(body, problem), ...headers });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** The same for an upgrade, which has no response object. */
export function refuseUpgrade(socket: Duplex, problem: Problem): void {
  const body = JSON.stringify(problem.toBody());
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    ...Object.entries({ ...headersOf(body, problem), Connection: "close" }).map(
      ([k, v]) => `${k}: ${v}`,
    ),
  ];
  // A half-open client would keep the connection alive.
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`, () => socket.destroy());
}
