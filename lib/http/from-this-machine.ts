import "server-only";
import type { IncomingHttpHeaders } from "node:http";
import { type Env, env } from "@/lib/env";
import { peerOf } from "./client-address";

const isLoopbackAddress = (address: string) =>
  /^(?:::ffff:)?127\.\d+\.\d+\.\d+$/i.test(address) || address === "::1";

const isLoopbackName = (name: string) =>
  name === "localhost" || isLoopbackAddress(name.replace(/^\[(.*)\]$/, "$1"));

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
