import "server-only";
import type { IncomingHttpHeaders } from "node:http";
import { type Env, env } from "@/lib/env";
import { isLoopbackAddress, isLoopbackName } from "@/lib/loopback";
import { peerOf } from "./client-address";

function hostnameOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : "";
}

/**
 * Set by our server on every request. Routes cannot tell otherwise, because Next adds X-Forwarded
 * headers itself.
 */
export const proxiedHeader = "x-greenroom-proxied";

const writtenByProxies =
  /^(?:forwarded|via|x-forwarded-.+|(?:x-real|x-client|true-client|cf-connecting)-ip)$/;

/** Whether the incoming request shows any trace of a proxy. */
export const isProxied = (headers: IncomingHttpHeaders): boolean =>
  Object.keys(headers).some((name) => writtenByProxies.test(name));

/**
 * The number of proxies that a request says it came through. Without any, Next adds an X-Forwarded-For of
 * its own.
 */
export function proxiesBefore(headers: Headers): number {
  if (headers.get(proxiedHeader) === "no") return 0;
  return headers.get("x-forwarded-for")?.split(",").length ?? 0;
}

/**
 * Whether a request certainly comes from someone at this machine. Local reverse proxies connect
 * from loopback too, so any trace of one means no: a proxy setting, a header that proxies write, or
 * a requested host name other than loopback's.
 */
export function isFromThisMachine(
  headers: Headers,
  { trustProxy, publicUrl }: Pick<Env, "trustProxy" | "publicUrl"> = env(),
  peer = peerOf(headers),
): boolean {
  if (trustProxy > 0 || !isLoopbackName(hostnameOf(publicUrl))) return false;
  if (headers.get(proxiedHeader) !== "no" || !isLoopbackAddress(peer)) return false;
  const origin = headers.get("origin");
  const asked = [`http://${headers.get("host")}`, ...(origin === null ? [] : [origin])];
  return asked.map(hostnameOf).every(isLoopbackName);
}
