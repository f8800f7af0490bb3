import "server-only";
import { request as askHttp, type IncomingMessage, type ServerResponse } from "node:http";
import { request as askHttps } from "node:https";
import type { Duplex } from "node:stream";
import { appContext } from "@/lib/context";
import { isDatabaseAway } from "@/lib/db/bus";
import { env } from "@/lib/env";
import { databaseUnavailable } from "@/lib/http/database-unavailable";
import { bareHeaders } from "@/lib/http/security-headers";
import { offMs } from "@/lib/livekit/clock";
import { log } from "@/lib/log";
import { judgeConnect, tokenOfConnect } from "@/lib/mirror/gate";
import { Problem } from "@/lib/problem";
import { joinSockets } from "./join-sockets";
import type { Target } from "./raw-path";
import { refuse, refuseUpgrade } from "./refuse";

/**
 * LiveKit's signal endpoints and nothing else of its API (livekit-server,
 * pkg/service/rtcservice.go).
 */
const paths = ["/rtc", "/rtc/validate", "/rtc/v1", "/rtc/v1/validate"];

/** Request headers passed on to LiveKit: no cookies, and no client address to trust. */
const passedOn = [
  ...["user-agent", "origin", "accept", "accept-language"],
  ...["sec-websocket-key", "sec-websocket-version"],
  ...["sec-websocket-protocol", "sec-websocket-extensions"],
];
const passedBack = ["content-type", "content-length"];

/**
 * Lets pages of other sites read why a connection was refused. WebSockets need no such permission.
 */
const openToAnySite = { "Access-Control-Allow-Origin": "*" };
const preflight = {
  ...openToAnySite,
  "Access-Control-Allow-Methods": "GET",
  "Access-Control-Allow-Headers": "Authorization",
  "Access-Control-Max-Age": "86400",
};

/** Less than the time after which clients give up. */
const answerWithinMs = 8_000;
/** LiveKit accepts a token up to a minute before its time. */
const clockOffSeconds = 50;

export const isSignal = ({ pathname }: Target) =>
  pathname === "/rtc" || pathname.startsWith("/rtc/");

/** A connection that passed the gate: the request to LiveKit, and its room. */
type Admitted = { url: URL; room: string };
type Upgraded = { socket: Duplex; head: Buffer };
type Answer = { answer: IncomingMessage; upgraded: Upgraded | null };

/** The signal's HTTP half: tells a client why its connection was refused. */
export async function answerSignal(
  request: IncomingMessage,
  response: ServerResponse,
  target: Target,
): Promise<void> {
  const bare = bareHeaders(env().publicUrl);
  if (request.method === "OPTIONS") {
    return void response.writeHead(204, { ...bare, ...preflight }).end();
  }
  const checked = await checkConnection(request, target);
  if (checked instanceof Problem) return refuse(request, response, checked, openToAnySite);
  if (response.destroyed) return;
  const asked = await ask(checked, request, response);
  if (response.destroyed) return;
  if (asked instanceof Problem) return refuse(request, response, asked, openToAnySite);
  const { answer } = asked;
  response.writeHead(answer.statusCode ?? 502, {
    ...bare,
    ...only(passedBack, answer),
    ...openToAnySite,
    "Cache-Control": "no-store",
  });
  response.once("close", () => answer.destroy());
  answer.on("error", () => response.destroy());
  answer.pipe(response);
}

/** Checks a connection at the gate, then hands the socket to LiveKit. */
export async function upgradeSignal(
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  target: Target,
): Promise<void> {
  const checked = await checkConnection(request, target);
  if (checked instanceof Problem) return refuseUpgrade(socket, checked);
  // The client left during the check; its close event has already fired.
  if (socket.destroyed) return;
  const more = { connection: "Upgrade", upgrade: "websocket" };
  const asked = await ask(checked, request, socket, more);
  if (asked instanceof Problem) {
    if (!socket.destroyed) refuseUpgrade(socket, asked);
    return;
  }
  const { answer, upgraded } = asked;
  if (!upgraded) {
    answer.resume();
    noteRefusal(answer);
    return refuseUpgrade(socket, new Problem("invalid-room-token", "LiveKit rejected this token."));
  }
  if (socket.destroyed) return void upgraded.socket.destroy();
  socket.write(switching(answer));
  socket.write(upgraded.head);
  upgraded.socket.write(head);
  joinSockets(socket, upgraded.socket);
}

/** The request to LiveKit, or the reason for refusing. */
async function checkConnection(
  { method, headers }: IncomingMessage,
  { pathname, search: written }: Target,
): Promise<Admitted | Problem> {
  if (!paths.includes(pathname))
    return new Problem("endpoint-not-found", "There is nothing at this address.");
  if (method !== "GET") return new Problem("method-not-allowed", "This URL only accepts GET.");
  const search = new URLSearchParams(written);
  const token = tokenOfConnect(headers.authorization, search);
  if (isDatabaseAway()) return databaseUnavailable();
  try {
    const verdict = await judgeConnect(appContext(), { token, search });
    if (!token || !verdict.admitted) {
      return new Problem("invalid-room-token", "This token isn’t valid for the room.");
    }
    // LiveKit gets only the token that was checked, in the one place where it looks for one.
    search.set("access_token", token);
    return { url: new URL(`${pathname}?${search}`, env().livekitUrl), room: verdict.room };
  } catch (error) {
    log.error("the gate could not check a connection", error);
    return databaseUnavailable();
  }
}

/**
 * Asks LiveKit, for as long as the client is there. A restarted LiveKit has lost the rooms of running shows:
 * it answers 404, the room is created, and LiveKit is asked once more.
 */
async function ask(
  { url, room }: Admitted,
  request: IncomingMessage,
  client: ServerResponse | Duplex,
  more: Record<string, string> = {},
): Promise<Answer | Problem> {
  const gone = new AbortController();
  const leave = () => gone.abort();
  client.once("close", leave);
  try {
    const first = await askOnce(url, request, gone.signal, more);
    if (first.answer.statusCode !== 404) return first;
    first.answer.resume();
    await appContext().livekit.ensureRoom(room);
    return await askOnce(url, request, gone.signal, more);
  } catch (error) {
    if (error instanceof Problem) return error;
    if (!gone.signal.aborted) log.warn("LiveKit did not respond to a connection", error);
    return new Problem("livekit-unavailable", "The video server isn’t responding. Try again.");
  } finally {
    // Aborting an upgraded request would discard a client's last message.
    client.off("close", leave);
  }
}

/** A token that passed the gate was made by this app, so the clocks are the likely reason. */
function noteRefusal({ statusCode, headers }: IncomingMessage): void {
  const seconds = Math.round(offMs(headers.date, new Date()) / 1_000);
  if (Math.abs(seconds) < clockOffSeconds) return;
  log.error("LiveKit rejected a token because its clock differs from the app's", undefined, {
    status: statusCode ?? 0,
    secondsAhead: seconds,
  });
}

function askOnce(
  url: URL,
  request: IncomingMessage,
  signal: AbortSignal,
  more: Record<string, string>,
): Promise<Answer> {
  const send = url.protocol === "https:" ? askHttps : askHttp;
  return new Promise((resolve, reject) => {
    // A connection of its own: it becomes the WebSocket.
    const headers = { ...only(passedOn, request), ...more };
    const asked = send(url, { agent: false, headers, signal });
    asked.setTimeout(answerWithinMs, () => asked.destroy(new Error("LiveKit does not answer")));
    asked.on("upgrade", (answer, socket, head) => resolve({ answer, upgraded: { socket, head } }));
    asked.on("response", (answer) => resolve({ answer, upgraded: null }));
    asked.on("error", reject);
    asked.end();
  });
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
