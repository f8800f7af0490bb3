import "server-only";
import type { NextRequest } from "next/server";
import { type Endpoint, nothing } from "@/lib/contracts/common/endpoint";
import { env } from "@/lib/env";
import { Problem } from "@/lib/problem";

/** What a page of another origin may read of an answer's headers. */
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

/** As long as Chromium keeps the answer to a preflight. */
const maxAgeSeconds = 7_200;

/** Whether a page of another origin sent it: by fetch metadata, else by its Origin. */
function isFromAnotherOrigin({ headers }: NextRequest): boolean {
  const site = headers.get("sec-fetch-site");
  if (site) return site !== "same-origin" && site !== "none";
  const origin = headers.get("origin");
  if (!origin) return false;
  const ours = [env().publicUrl, `http://${headers.get("host")}`];
  return !ours.some((url) => new URL(url).origin === origin);
}

/**
 * A browser sends its cookies whichever page asks. From a page of another origin they are refused
 * where they would be all that a change rests on, and ignored otherwise: what is left is a request
 * that curl could send just as well.
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
    throw new Problem("cross-site-request", "This request came from another site.");
  }
  // A link to one of our addresses, in an e-mail say, is followed by the reader themself.
  if (headers.get("sec-fetch-mode") !== "navigate") cookies.clear();
}

/** Lets a page of any origin read the answer (CORS), but never one to a request with cookies. */
export function openToOtherOrigins(request: NextRequest, response: Response): Response {
  if (isFromAnotherOrigin(request)) response.headers.delete("Set-Cookie");
  response.headers.set("Access-Control-Allow-Origin", "*");
  response.headers.set("Access-Control-Expose-Headers", exposedHeaders);
  return response;
}

/** What a preflight is told: the methods of this URL, and the headers of the one it asks for. */
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
