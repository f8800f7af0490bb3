import "server-only";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { isDraining } from "@/lib/draining";
import { env } from "@/lib/env";
import { peerHeader } from "@/lib/http/client-address";
import { isProxied, proxiedHeader } from "@/lib/http/from-this-machine";
import { ownHeaders } from "@/lib/http/own-headers";
import { newNonce, securityHeaders } from "@/lib/http/security-headers";
import { log } from "@/lib/log";
import { provideFigure } from "@/lib/metrics";
import { Problem } from "@/lib/problem";
import { idOf, requestIdHeader, withRequestId } from "@/lib/request-id";
import { reads, takesPage } from "./asks";
import { answerAway, answerAwayForFailures } from "./away";
import { bodyLimit, withBody } from "./body";
import { isKnownHost, needsNoHost } from "./known-hosts";
import type { NextApp } from "./next-app";
import { pageOfEndpoint } from "./page-of-endpoint";
import { readTarget, type Target } from "./raw-path";
import { refuse, refuseUpgrade } from "./refuse";
import { answerSignal, isSignal, upgradeSignal } from "./signal";
import { askForWholeFile, isStaticFile } from "./static-files";
import { answerWatchPage } from "./watch-page";

const limits = {
  // Longer than a page's half-minute requests, so that they reuse their connection, and longer than
  // the 60 s after which most proxies give up, so that they never reuse one that was just closed.
  keepAliveTimeout: 65_000,
  // Clients that send a request drop by drop get a 408.
  headersTimeout: 20_000,
  requestTimeout: 120_000,
  connectionsCheckingInterval: 5_000,
};

/** The open WebSockets of this process: LiveKit's signal, and hot reload in development. */
export const openUpgrades = new Set<Duplex>();
provideFigure("signalConnections", () => openUpgrades.size);

/** The entry point of every request, on each address that the app listens on. */
export function openDoor(app: NextApp): Server {
  const isOurUpgrade = (request: IncomingMessage) => {
    const target = readTarget(request.url ?? "");
    return target !== null && (isSignal(target) || (app.upgrade !== null && isHotReload(target)));
  };
  // Clients and proxies may offer an upgrade that nothing here takes; they get a normal response.
  // Older versions of Node ignore this option and pass every upgrade to the listener below.
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
    openUpgrades.add(socket.once("close", () => openUpgrades.delete(socket)));
    admit(
      request,
      () => {},
      () => upgrade(app, request, socket, head),
    );
  });
  return server;
}

/** Stamps the request with its id and its sender's address, overriding what the client claims. */
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
  // The next request on this connection would come after the process has ended.
  if (isDraining()) tell("Connection", "close");
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
    for (const name of strippedHeaders) delete request.headers[name];
    if (isMultipart(request)) delete request.headers["content-type"];
    setPolicy(request, response, target, app.dev);
    if (isStaticFile(target)) {
      if (!reads(request)) return refuse(request, response, noWrite(), { Allow: "GET, HEAD" });
      askForWholeFile(request, response);
    }
    const page = isOpenedByHand(request) && pageOfEndpoint(target.pathname);
    if (page) return redirect(response, page + target.search);
    if (answerAway(request, response, target)) return;
    if (await answerWatchPage(app, request, response, target)) return;
    const whole = await withBody(request, bodyLimit(request.method, target.pathname));
    answerAwayForFailures(request, response);
    await app.answer(whole, response);
  } catch (error) {
    answerFailure(request, response, error);
  }
}

/** Not cached, since clients other than browsers get the API's answer. */
function redirect(response: ServerResponse, to: string): void {
  response.writeHead(307, { Location: to, Vary: "Accept", "Cache-Control": "no-store" }).end();
}

function answerFailure(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  // The client disconnected while sending its body.
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

/** Next reads the nonce for its own scripts from the request's policy. */
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

const strippedHeaders = [
  // Next builds links from these headers. We ignore them: PUBLIC_URL is our address.
  ...["x-forwarded-host", "x-forwarded-port", "x-forwarded-proto"],
  // No page has a server action, and Next logs every action it cannot find.
  "next-action",
  ...Object.values(ownHeaders),
];

/** No URL takes such a form, and on a page Next takes it for a server action. */
const isMultipart = ({ headers }: IncomingMessage) =>
  /^\s*multipart\//i.test(headers["content-type"] ?? "");

/** Whether the request has exactly one Host header, and it is one of ours. */
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

/** Serves the not-found page for a mistyped address. */
const nowhere: Target = { pathname: "/no/such/page", search: "" };
const wantsPage = (request: IncomingMessage) => request.method === "GET" && takesPage(request);

/** API clients that accept pages too, if there are any, bring a token. */
const isOpenedByHand = (request: IncomingMessage) =>
  reads(request) && takesPage(request) && !request.headers.authorization;

const isHotReload = ({ pathname }: Target) => pathname.startsWith("/_next/");

/** Next would build a Request, which cannot have this method (Fetch, "forbidden method"). */
const noTrace = () => new Problem("method-not-allowed", "This server doesn’t support TRACE.");

/** Next would answer 500: it has no page for 405. */
const noWrite = () => new Problem("method-not-allowed", "Files are read-only: use GET or HEAD.");

const unreadable = () => new Problem("invalid-request", "This address isn’t valid.");
