import "server-only";
import { request as askHttp, type IncomingMessage, type ServerResponse } from "node:http";
import { request as askHttps } from "node:https";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { appContext } from "@/lib/context";
import { env } from "@/lib/env";
import { bareHeaders } from "@/lib/http/security-headers";
import { log } from "@/lib/log";
import { admitConnect, tokenOfConnect } from "@/lib/mirror/gate";
import { Problem } from "@/lib/problem";
import type { Target } from "./raw-path";
import { refuse, refuseUpgrade } from "./refuse";

/** LiveKit's signal and nothing else of its API (livekit-server, pkg/service/rtcservice.go). */
const paths = ["/rtc", "/rtc/validate", "/rtc/v1", "/rtc/v1/validate"];

/** LiveKit needs no cookie of ours, and no address to trust. */
const passedOn = [
  ...["user-agent", "origin", "accept", "accept-language"],
  ...["sec-websocket-key", "sec-websocket-version"],
  ...["sec-websocket-protocol", "sec-websocket-extensions"],
];
const passedBack = ["content-type", "content-length"];

/** A page of another site may ask why its connect was refused; a WebSocket asks for no such leave. */
const openToAnySite = { "Access-Control-Allow-Origin": "*" };
const preflight = {
  ...openToAnySite,
  "Access-Control-Allow-Methods": "GET",
  "Access-Control-Allow-Headers": "Authorization",
  "Access-Control-Max-Age": "86400",
};

const answerWithinMs = 10_000;

export const isSignal = ({ pathname }: Target) =>
  pathname === "/rtc" || pathname.startsWith("/rtc/");

/** The signal's HTTP half: why a connect was refused. */
export async function answerSignal(
  request: IncomingMessage,
  response: ServerResponse,
  target: Target,
): Promise<void> {
  const bare = bareHeaders(env().publicUrl);
  if (request.method === "OPTIONS") {
    return void response.writeHead(204, { ...bare, ...preflight }).end();
  }
  const judged = await judge(request, target);
  if (judged instanceof Problem) return refuse(request, response, judged, openToAnySite);
  if (response.destroyed) return;
  const asked = ask(judged, request);
  response.once("close", () => asked.destroy());
  asked.on("response", (answer) => {
    response.writeHead(answer.statusCode ?? 502, {
      ...bare,
      ...only(passedBack, answer),
      ...openToAnySite,
      "Cache-Control": "no-store",
    });
    answer.pipe(response);
  });
  asked.on("error", (error) => {
    if (response.destroyed) return;
    if (response.headersSent) response.destroy();
    else refuse(request, response, unreachable(error), openToAnySite);
  });
  asked.end();
}

/** A connect: through the gate, and from then on LiveKit's own. */
export async function upgradeSignal(
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  target: Target,
): Promise<void> {
  const judged = await judge(request, target);
  if (judged instanceof Problem) return refuseUpgrade(socket, judged);
  // Gone while its token was judged: its close, which ends LiveKit's half, has been.
  if (socket.destroyed) return;
  const asked = ask(judged, request, { connection: "Upgrade", upgrade: "websocket" });
  const giveUp = () => asked.destroy();
  socket.once("close", giveUp);
  asked.on("upgrade", (answer, upstream, upstreamHead) => {
    socket.off("close", giveUp);
    socket.write(switching(answer));
    socket.write(upstreamHead);
    upstream.write(head);
    join(socket, upstream);
  });
  asked.on("response", (answer) => {
    answer.resume();
    refuseUpgrade(socket, new Problem("invalid-room-token", "LiveKit rejected this token."));
  });
  asked.on("error", (error) => {
    if (!socket.destroyed) refuseUpgrade(socket, unreachable(error));
  });
  asked.end();
}

/** Where the connect goes on to, or why it does not. */
async function judge(
  { method, headers }: IncomingMessage,
  { pathname, search: written }: Target,
): Promise<URL | Problem> {
  if (!paths.includes(pathname))
    return new Problem("endpoint-not-found", "There is nothing at this address.");
  if (method !== "GET") return new Problem("method-not-allowed", "This URL only accepts GET.");
  const search = new URLSearchParams(written);
  const token = tokenOfConnect(headers.authorization, search);
  try {
    if (!token || !(await admitConnect(appContext(), { token, search }))) {
      return new Problem("invalid-room-token", "This token isn’t valid for the room.");
    }
  } catch (error) {
    log.error("the gate could not check a connection", error);
    return new Problem(
      "livekit-unavailable",
      "The connection can’t be checked right now. Try again.",
    );
  }
  // LiveKit is given the one token that was judged, in the one place where it will look for it.
  search.set("access_token", token);
  return new URL(`${pathname}?${search}`, env().livekitUrl);
}

function ask(url: URL, request: IncomingMessage, more: Record<string, string> = {}) {
  const send = url.protocol === "https:" ? askHttps : askHttp;
  // A connection of its own: it becomes the WebSocket.
  const asked = send(url, { agent: false, headers: { ...only(passedOn, request), ...more } });
  asked.setTimeout(answerWithinMs, () => asked.destroy(new Error("LiveKit does not answer")));
  return asked;
}

function unreachable(error: Error): Problem {
  log.warn("LiveKit did not respond to a connection", error);
  return new Problem("livekit-unavailable", "The video server isn’t responding. Try again.");
}

/** The two ends of a WebSocket: what one says the other hears, and they end together. */
function join(one: Duplex, other: Duplex): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    (from as Socket).setTimeout(0).setNoDelay(true);
    from.on("error", () => to.destroy());
    from.once("close", () => to.destroy());
    from.pipe(to);
  }
}

function only(names: readonly string[], { headers }: IncomingMessage): Record<string, string> {
  const given = names.flatMap((name) => {
    const value = headers[name];
    return typeof value === "string" ? [[name, value]] : [];
  });
  return Object.fromEntries(given);
}

/** The first line and the headers of LiveKit's 101, as they came. */
function switching({ rawHeaders }: IncomingMessage): string {
  const lines = ["HTTP/1.1 101 Switching Protocols"];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    lines.push(`${rawHeaders[at]}: ${rawHeaders[at + 1]}`);
  }
  return `${lines.join("\r\n")}\r\n\r\n`;
}
