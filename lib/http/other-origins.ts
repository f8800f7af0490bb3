import "server-only";
import type { NextRequest } from "next/server";
import { type Endpoint, nothing } from "@/lib/contracts/common/endpoint";
import { env } from "@/lib/env";
import { Problem } from "@/lib/problem";

/** The response headers that pages of other origins may read. */
export const exposedHeaders = [
  "Accept-Patch",
  "Accept-Post",
  "Allow",
  "Date",
  "ETag",
  "Link",
  "Location",
  "Retry-After",
  "WWW-Authenticate",
  "X-Request-Id",
].join(", ");

/** The longest that Chromium caches a preflight response. */
const maxAgeSeconds = 7_200;

/** Whether a page of another origin sent the request: by fetch metadata, or else by Origin. */
export function isFromAnotherOrigin({ headers }: NextRequest): boolean {
  const site = headers.get("sec-fetch-site");
  if (site) return site !== "same-origin" && site !== "none";
  const origin = headers.get("origin");
  if (!origin) return false;
  const ours = [env().publicUrl, `http://${headers.get("host")}`];
  return !ours.some((url) => new URL(url).origin === origin);
}

/**
 * Browsers send our cookies no matter which page makes the request. For pages of another origin,
 * changes that rely on cookies alone are refused, and cookies are ignored otherwise; what is left
 * is a request that curl could send just as well.
 */
export function distrustOtherOrigins(
  request: NextRequest,
  { ownPagesOnly }: Pick<Endpoint, "ownPagesOnly">,
): void {
  if (!isFromAnotherOrigin(request)) return;
  const { method, headers, cookies } = request;
  const reads = method === "GET" || method === "HEAD";
  const restsOnCookie = cookies.size > 0 && !headers.has("authorization");
  if (ownPagesOnly || (restsOnCookie && !reads)) {
    throw crossSite();
  }
  // Top-level navigation keeps its cookies: the reader followed a link to us, in an email for
  // example.
  if (headers.get("sec-fetch-mode") !== "navigate") cookies.clear();
}

export const crossSite = () =>
  new Problem("cross-site-request", "This request came from another site.");

/** Lets pages of any origin read the response (CORS), but never one to a request with cookies. */
export function openToOtherOrigins(request: NextRequest, response: Response): Response {
  if (isFromAnotherOrigin(request)) response.headers.delete("Set-Cookie");
  response.headers.set("Access-Control-Allow-Origin", "*");
  response.headers.set("Access-Control-Expose-Headers", exposedHeaders);
  return response;
}

/** Preflight headers: the methods of this URL and the request headers of the requested method. */
export function preflightHeaders(open: Endpoint[], asked: string | null): HeadersInit {
  const wanted = open.find(({ method }) => method === (asked === "HEAD" ? "GET" : asked));
  if (!wanted) return {};
  const methods = open.flatMap(({ method }) => (method === "GET" ? ["GET", "HEAD"] : [method]));
  return {
    "Access-Control-Allow-Methods": methods.join(", "),
    "Access-Control-Allow-Headers": headersOf(wanted).join(", "),
    "Access-Control-Max-Age": `${maxAgeSeconds}`,
  };
}

const headersOf = ({ access, body, headers }: Endpoint) => [
  ...(access === "public" ? [] : ["Authorization"]),
  ...(body === nothing ? [] : ["Content-Type"]),
  ...headers,
];
