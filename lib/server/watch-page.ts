import "server-only";
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { parseCookie } from "cookie";
import inject from "light-my-request";
import Negotiator from "negotiator";
import { sessionOfCookies } from "@/lib/auth/actor";
import { appContext } from "@/lib/context";
import { watchDocument } from "@/lib/first-picture/document";
import { browserModules } from "@/lib/first-picture/modules";
import { shellDataAt, shellIn } from "@/lib/first-picture/prepare-shells";
import { mintMark, nonceMark } from "@/lib/first-picture/shell";
import { peerHeader } from "@/lib/http/client-address";
import { limitTokens } from "@/lib/http/limit-tokens";
import { noteRequest } from "@/lib/http/log-request";
import { ownHeaders } from "@/lib/http/own-headers";
import { nonceOf } from "@/lib/http/security-headers";
import { log } from "@/lib/log";
import { Problem } from "@/lib/problem";
import { visitShow } from "@/lib/show/viewer-pass";
import type { DocumentVisit, Rectangle } from "@/lib/watch-document";
import { type Locale, localeCookie } from "@/lib/words/locales";
import { localeOf } from "@/lib/words/request-locale";
import { reads, takesPage } from "./asks";
import type { NextApp } from "./next-app";
import type { Target } from "./raw-path";

/** A single participant fills the picture. */
const whole: Rectangle[] = [{ left: 0, top: 0, width: 100, height: 100 }];

type Answered = { status: number; visit: DocumentVisit; retryAfterSeconds?: number };

/**
 * Answers page loads of a live show's watch page, and the script with the page's data. Returns
 * false to leave the request to Next: shows that are not live, crawlers and link previews, React's
 * own requests, and livestreams that do not exist.
 */
export async function answerWatchPage(
  app: NextApp,
  request: IncomingMessage,
  response: ServerResponse,
  { pathname }: Target,
): Promise<boolean> {
  const { headers } = request;
  if (app.dev || !reads(request)) return false;
  if (pathname.startsWith("/modules/watch-")) return answerData(app, request, response, pathname);
  const mint = /^\/watch\/([^/]+)$/.exec(pathname)?.[1];
  if (!mint || headers.rsc || !takesPage(request)) return false;
  const startedAt = performance.now();
  const cookies = parseCookie(headers.cookie ?? "");
  const answered = await answerFor(request, mint, cookies);
  if (!answered) return false;
  const locale = localeOf({
    cookie: cookies[localeCookie],
    acceptLanguage: headers["accept-language"] ?? null,
  });
  const prepared = await shellIn(locale, (of) => askForShell(app, of)).catch((error) => {
    log.error("the watch page could not be prepared", error);
    return null;
  });
  if (!prepared) {
    // Unless the visit was refused, Next need not count it again. A refused visitor must be counted
    // again, or Next would let them in.
    if (answered.status !== 429) headers[ownHeaders.counted] = "yes";
    return false;
  }
  const policy = String(response.getHeader("content-security-policy"));
  const html = watchDocument(answered.visit, {
    ...prepared,
    locale,
    modules: browserModules(),
    nonce: nonceOf(policy) ?? "",
  });
  const { status, retryAfterSeconds } = answered;
  answer(request, response, {
    status,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": forOneReader,
      ...(retryAfterSeconds && { "Retry-After": retryAfterSeconds }),
    },
    text: html,
    packed: { encoding: "gzip", bytes: () => gzipSync(html, { level: 1 }) },
  });
  noteRequest({ method: request.method ?? "GET", route: "/watch/{mint}", status }, startedAt);
  return true;
}

/** Null when Next should answer; `ownHeaders.counted` then says that the visit was counted. */
async function answerFor(
  request: IncomingMessage,
  mint: string,
  cookies: Record<string, string | undefined>,
): Promise<Answered | null> {
  const { headers } = request;
  const jar = { get: (name: string) => (cookies[name] ? { value: cookies[name] } : undefined) };
  const sent = { headers: addressOf(headers) };
  try {
    const session = await sessionOfCookies(jar);
    const { livestream, pass, me } = await visitShow(appContext(), session, mint, (viewer) =>
      limitTokens(sent, viewer),
    );
    // Crawlers and link previews get Next's page, which contains the text.
    const opens = headers["upgrade-insecure-requests"] === "1";
    if (opens && pass && livestream.status === "live") {
      return { status: 200, visit: { livestream, pass, me, rectangles: whole } };
    }
  } catch (error) {
    // A problem: the page shows its own message for it.
    if (!(error instanceof Problem)) {
      log.error("a visit to the watch page failed", error);
      return null;
    }
    const { status, code, extra } = error;
    if (code === "banned") return { status, visit: { closed: "banned" } };
    if (code === "too-many-requests") return { status, visit: { closed: "busy" }, ...extra };
  }
  headers[ownHeaders.counted] = "yes";
  return null;
}

/** The headers that tell where a request comes from. */
function addressOf(headers: IncomingMessage["headers"]): Headers {
  const forwarded = headers["x-forwarded-for"];
  return new Headers({
    [peerHeader]: String(headers[peerHeader]),
    ...(forwarded && { "x-forwarded-for": String(forwarded) }),
  });
}

const accepts = ({ "accept-encoding": given = "" }: IncomingMessage["headers"], encoding: string) =>
  new Negotiator({ headers: { "accept-encoding": given } }).encodings().includes(encoding);

/** Next's Cache-Control for pages made for one reader. */
const forOneReader = "private, no-cache, no-store, max-age=0, must-revalidate";

type Answer = {
  status: number;
  headers: OutgoingHttpHeaders;
  text: string;
  packed: { encoding: string; bytes: () => Buffer };
};

/** Sends the text, compressed if the client accepts the encoding. */
function answer(
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  { status, headers: told, text, packed: { encoding, bytes } }: Answer,
): void {
  const packs = accepts(headers, encoding);
  const body = packs ? bytes() : Buffer.from(text);
  response.writeHead(status, {
    ...told,
    Vary: "Accept-Encoding",
    "Content-Length": body.length,
    ...(packs && { "Content-Encoding": encoding }),
  });
  response.end(method === "HEAD" ? undefined : body);
}

async function answerData(
  app: NextApp,
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
): Promise<boolean> {
  const found = await shellDataAt(pathname, (of) => askForShell(app, of));
  if (!found) return false;
  const { data, isExact } = found;
  answer(request, response, {
    status: 200,
    headers: {
      "Content-Type": "text/javascript; charset=utf-8",
      "Cache-Control": isExact ? "public, max-age=31536000, immutable" : "no-store",
    },
    text: data.code,
    packed: { encoding: "br", bytes: () => data.packed },
  });
  return true;
}

const shellWithinMs = 10_000;

/** Renders the page without a show by calling Next in this process. */
async function askForShell(app: NextApp, locale: Locale): Promise<string> {
  const { statusCode, payload } = await inject(
    (request, response) =>
      void app.answer(request as unknown as IncomingMessage, response as unknown as ServerResponse),
    {
      method: "GET",
      url: `/watch/${mintMark}`,
      signal: AbortSignal.timeout(shellWithinMs),
      headers: {
        accept: "text/html",
        cookie: `${localeCookie}=${locale}`,
        "content-security-policy": `script-src 'nonce-${nonceMark}'`,
        [ownHeaders.shell]: "yes",
      },
    },
  );
  if (statusCode !== 200) throw new Error(`rendering the watch page returned ${statusCode}`);
  return payload;
}
