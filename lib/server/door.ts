import "server-only";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { env } from "@/lib/env";
import { peerHeader } from "@/lib/http/client-address";
import { isProxied, proxiedHeader } from "@/lib/http/from-this-machine";
import { ownHeaders } from "@/lib/http/own-headers";
import { newNonce, securityHeaders } from "@/lib/http/security-headers";
import { log } from "@/lib/log";
import { Problem } from "@/lib/problem";
import { idOf, requestIdHeader, withRequestId } from "@/lib/request-id";
import { reads, takesPage } from "./asks";
import { bodyLimit, withBody } from "./body";
import { isKnownHost, needsNoHost } from "./known-hosts";
import type { NextApp } from "./next-app";
import { readTarget, type Target } from "./raw-path";
import { refuse, refuseUpgrade } from "./refuse";
import { answerSignal, isSignal, upgradeSignal } from "./signal";
import { askForWholeFile, isStaticFile } from "./static-files";
import { answerWatchPage } from "./watch-page";

const limits = {
  // A page that says something every half minute finds its connection still there; and a proxy in
  // front, most of which give up after 60 s, is never the one that is hung up on.
  keepAliveTimeout: 65_000,
  // Who sends a request drop by drop is answered with 408.
  headersTimeout: 20_000,
  requestTimeout: 120_000,
  connectionsCheckingInterval: 5_000,
};

/** What every request passes first, on each address that the app listens on. */
export function openDoor(app: NextApp): Server {
  const isOurUpgrade = (request: IncomingMessage) => {
    const target = readTarget(request.url ?? "");
    return target !== null && (isSignal(target) || (app.upgrade !== null && isHotReload(target)));
  };
  // A client or a proxy may offer an upgrade that nobody takes: an answer without it is due then.
  // Older versions of Node ignore the option, and hand every upgrade to the listener below.
  const options = { ...limits, shouldUpgradeCallback: isOurUpgrade };
  const server = createServer(options, (request, response) => {
    admit(
      request,
      (name, value) => response.setHeader(name, value),
      () => answer(app, request, response),
    );
  });
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    admit(
      request,
      () => {},
      () => upgrade(app, request, socket, head),
    );
  });
  return server;
}

/** Marks the request with its id and its sender, whatever it says of both. */
function admit(
  request: IncomingMessage,
  tell: (name: string, value: string) => void,
  work: () => Promise<void>,
): void {
  const { headers, socket } = request;
  const given = headers[requestIdHeader];
  const id = idOf(typeof given === "string" ? given : undefined, env().trustProxy > 0);
  headers[requestIdHeader] = id;
  headers[peerHeader] = socket.remoteAddress ?? "unknown";
  headers[proxiedHeader] = isProxied(headers) ? "yes" : "no";
  tell(requestIdHeader, id);
  void withRequestId(id, work);
}

async function answer(
  app: NextApp,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const target = readTarget(request.url ?? "") ?? (wantsPage(request) ? nowhere : null);
    if (!target) return refuse(request, response, unreadable());
    if (!isAnsweredFor(request, target)) return refuse(request, response, unknownHost());
    if (request.method === "TRACE") return refuse(request, response, noTrace());
    if (isSignal(target)) return await answerSignal(request, response, target);
    request.url = target.pathname + target.search;
    for (const name of untold) delete request.headers[name];
    setPolicy(request, response, target, app.dev);
    if (isStaticFile(target)) {
      if (!reads(request)) return refuse(request, response, noWrite(), { Allow: "GET, HEAD" });
      askForWholeFile(request, response);
    }
    if (await answerWatchPage(app, request, response, target)) return;
    const whole = await withBody(request, bodyLimit(request.method, target.pathname));
    await app.answer(whole, response);
  } catch (error) {
    answerFailure(request, response, error);
  }
}

function answerFailure(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  // A client that hung up while it sent its body.
  if (response.destroyed) return;
  const known = error instanceof Problem;
  if (!known) log.error("a request failed before it reached the app", error);
  const problem = known
    ? error
    : new Problem("internal-error", "Something went wrong on our side. Try again.");
  if (response.headersSent) response.destroy();
  else refuse(request, response, problem);
}

async function upgrade(
  app: NextApp,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): Promise<void> {
  try {
    const target = readTarget(request.url ?? "");
    if (target && !isAnsweredFor(request, target)) return refuseUpgrade(socket, unknownHost());
    if (target && isSignal(target)) return await upgradeSignal(request, socket, head, target);
    if (target && app.upgrade && isHotReload(target)) return app.upgrade(request, socket, head);
    refuseUpgrade(socket, unreadable());
  } catch (error) {
    log.error("an upgrade failed", error);
    socket.destroy();
  }
}

/** Next takes the nonce of its own scripts from the request's policy. */
function setPolicy(
  { headers }: IncomingMessage,
  response: ServerResponse,
  { pathname }: Target,
  dev: boolean,
): void {
  const { publicUrl, livekitPublicUrl } = env();
  const all = securityHeaders({
    ...{ pathname, publicUrl, livekitPublicUrl },
    host: headers.host ?? "",
    nonce: newNonce(),
    dev,
  });
  for (const [name, value] of Object.entries(all)) response.setHeader(name, value);
  headers["content-security-policy"] = all["content-security-policy"];
}

const untold = [
  // Next builds links from them, and nobody here believes them: PUBLIC_URL says where we are.
  ...["x-forwarded-host", "x-forwarded-port", "x-forwarded-proto"],
  // No page has an action on the server, and Next logs each one that it does not find.
  "next-action",
  ...Object.values(ownHeaders),
];

/** Whether the host name is one of ours, and given once. */
function isAnsweredFor(request: IncomingMessage, { pathname }: Target): boolean {
  if (needsNoHost(pathname)) return true;
  const [name, ...more] = request.headersDistinct.host ?? [];
  const { publicUrl, host, allowedHosts } = env();
  const hosts = { publicUrl, host, allowedHosts: allowedHosts ?? [] };
  return more.length === 0 && isKnownHost(name, request.socket.localAddress, hosts);
}

const unknownHost = () =>
  new Problem(
    "unknown-host",
    "This server doesn’t answer to this host name. To allow it, add it to ALLOWED_HOSTS.",
  );

/** A person who mistyped an address is told so by the page for it. */
const nowhere: Target = { pathname: "/no/such/page", search: "" };
const wantsPage = (request: IncomingMessage) => request.method === "GET" && takesPage(request);

const isHotReload = ({ pathname }: Target) => pathname.startsWith("/_next/");

/** The Request that Next makes of it cannot have this method (Fetch, "forbidden method"). */
const noTrace = () => new Problem("method-not-allowed", "This server doesn’t support TRACE.");

/** Next answers 500: it has no page for 405. */
const noWrite = () => new Problem("method-not-allowed", "Files are read-only: use GET or HEAD.");

const unreadable = () => new Problem("invalid-request", "This address isn’t valid.");
