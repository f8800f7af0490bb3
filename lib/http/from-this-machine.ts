import "server-only";
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
 * Whether a request certainly comes from somebody at this machine. A reverse proxy here connects
 * from loopback too, so any trace of one is a no: a setting that says so, a header that proxies
 * write, or another name than loopback's in what the browser asked for.
 */
export function isFromThisMachine(
  headers: Headers,
  { trustProxy, publicUrl }: Pick<Env, "trustProxy" | "publicUrl"> = env(),
  peer = peerOf(headers),
): boolean {
  if (trustProxy > 0 || !isLoopbackName(hostnameOf(publicUrl))) return false;
  if (headers.has("forwarded") || headers.has("via") || headers.has("x-real-ip")) return false;
  // Next writes the X-Forwarded headers itself where there are none.
  const hops = headers.get("x-forwarded-for")?.split(",") ?? [];
  const asked = ["host", "x-forwarded-host"].flatMap((name) => {
    const host = headers.get(name);
    return host === null ? [] : [hostnameOf(`http://${host}`)];
  });
  const origin = headers.get("origin");
  if (origin !== null) asked.push(hostnameOf(origin));
  return (
    [...hops.map((hop) => hop.trim()), peer].every(isLoopbackAddress) && asked.every(isLoopbackName)
  );
}
