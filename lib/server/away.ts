import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { parseCookie } from "cookie";
import { hasLostDatabase, isDatabaseAway } from "@/lib/db/bus";
import { databaseUnavailable, retryAfterSeconds } from "@/lib/http/database-unavailable";
import { away } from "@/lib/words/broken";
import { type Locale, localeCookie } from "@/lib/words/locales";
import { localeOf } from "@/lib/words/request-locale";
import { reads, takesPage } from "./asks";
import type { Target } from "./raw-path";
import { type Answering, refuse } from "./refuse";
import { isStaticFile } from "./static-files";

const needsNoDatabase = (target: Target) =>
  ["/healthz", "/readyz"].includes(target.pathname) || isStaticFile(target);

/** Whether it answered in the app's place, at once, because the database is out of reach. */
export function answerAway(
  request: IncomingMessage,
  response: ServerResponse,
  target: Target,
): boolean {
  if (!isDatabaseAway() || needsNoDatabase(target)) return false;
  answer(request, response);
  return true;
}

/**
 * From now on, sends that answer in place of a 500 while the database is lost: requests that were running when it
 * was lost fail in Next, which knows no other status for pages. Has to be called before Next gets the response.
 */
export function answerAwayForFailures(request: IncomingMessage, response: ServerResponse): void {
  const ours = new Set(response.getHeaderNames());
  const [writeHead, write, end] = [response.writeHead, response.write, response.end].map(
    (each: (...given: never[]) => unknown) => each.bind(response),
  ) as [ServerResponse["writeHead"], ServerResponse["write"], ServerResponse["end"]];
  /** Whether Next's own answer is discarded. */
  let replaced = false;
  const isReplaced = (status: number) => {
    if (replaced || response.headersSent || status !== 500 || !hasLostDatabase()) return replaced;
    replaced = true;
    for (const name of response.getHeaderNames()) if (!ours.has(name)) response.removeHeader(name);
    answer(request, { writeHead, end });
    return true;
  };
  Object.assign(response, {
    writeHead: (...given: Parameters<typeof writeHead>) =>
      isReplaced(given[0]) ? response : writeHead(...given),
    write: (...given: Parameters<typeof write>) =>
      isReplaced(response.statusCode) || write(...given),
    end: (...given: Parameters<typeof end>) =>
      isReplaced(response.statusCode) ? response : end(...given),
  });
}

function answer(request: IncomingMessage, response: Answering): void {
  if (reads(request) && takesPage(request)) answerPage(request, response);
  else refuse(request, response, databaseUnavailable());
}

function answerPage({ headers, method }: IncomingMessage, response: Answering): void {
  const locale = localeOf({
    cookie: parseCookie(headers.cookie ?? "")[localeCookie],
    acceptLanguage: headers["accept-language"] ?? null,
  });
  response.writeHead(503, {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Retry-After": retryAfterSeconds,
  });
  response.end(method === "HEAD" ? undefined : pageIn(locale));
}

const pageIn = (locale: Locale) => `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="${retryAfterSeconds}">
<title>${away[locale].title}</title>
<style>
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 36rem; margin: 20vh auto; padding: 0 1.5rem; }
</style>
<main>
<h1>${away[locale].title}</h1>
<p>${away[locale].lede}</p>
</main>
</html>
`;
