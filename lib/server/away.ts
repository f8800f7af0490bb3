import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { parseCookie } from "cookie";
import { isDatabaseAway } from "@/lib/db/bus";
import { databaseUnavailable, retryAfterSeconds } from "@/lib/http/database-unavailable";
import { away } from "@/lib/words/broken";
import { type Locale, localeCookie } from "@/lib/words/locales";
import { localeOf } from "@/lib/words/request-locale";
import { reads, takesPage } from "./asks";
import type { Target } from "./raw-path";
import { refuse } from "./refuse";
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
  if (reads(request) && takesPage(request)) answerPage(request, response);
  else refuse(request, response, databaseUnavailable());
  return true;
}

function answerPage({ headers, method }: IncomingMessage, response: ServerResponse): void {
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
