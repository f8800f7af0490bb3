import "server-only";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { holdScripts } from "./hold-scripts";
import { browserModules } from "./modules";

/** Asks for the page as Next makes it; proxy.ts lets such a request through. Nothing secret. */
export const wholePageHeader = "x-whole-page";

/** Headers of one connection, or of a body that is not passed on as it came. */
const ofTheHop = [
  ...["connection", "keep-alive", "transfer-encoding", "date"],
  ...["content-length", "content-encoding"],
];

/**
 * The watch page with its scripts held back until the first picture; null when it could not be had,
 * and Next answers by itself. Next has no way to say when its scripts load, so its page is asked for
 * here, within the process's own machine, and rewritten.
 */
export async function answerWatchPage(request: Request): Promise<Response | null> {
  try {
    const page = await askWholePage(request);
    const headers = new Headers(page.headers);
    for (const name of ofTheHop) headers.delete(name);
    const isPage = page.status === 200 && /^text\/html/.test(headers.get("content-type") ?? "");
    if (!isPage) return new Response(page.body, { status: page.status, headers });
    const html = await page.text();
    const lean = holdScripts(html, browserModules());
    if (lean !== html) withoutFonts(headers);
    return new Response(lean, { status: page.status, headers });
  } catch (error) {
    if (!request.signal.aborted) log.warn("the watch page could not be made lean", error);
    return null;
  }
}

function askWholePage(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const headers = new Headers(request.headers);
  for (const name of ["accept-encoding", ...ofTheHop]) headers.delete(name);
  headers.set(wholePageHeader, "1");
  return fetch(`${ownAddress()}${pathname}${search}`, {
    headers,
    redirect: "manual",
    cache: "no-store",
    signal: request.signal,
  });
}

function ownAddress(): string {
  const { host, port } = env();
  const reachable = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return `http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${port}`;
}

/** React also names what to preload in a header. */
function withoutFonts(headers: Headers): void {
  const links = headers.get("link")?.split(/,\s*(?=<)/) ?? [];
  const wanted = links.filter((link) => !/as="?(?:font|script)"?/.test(link));
  if (wanted.length > 0) headers.set("link", wanted.join(", "));
  else headers.delete("link");
}
