import "server-only";
import { isIP, isIPv6 } from "node:net";
import { env } from "@/lib/env";

/** Carries the address that a request came from into Next: our server sets it on every request. */
export const peerHeader = "x-greenroom-peer";

/** The address that the connection came from; behind a reverse proxy it is the proxy's. */
export const peerOf = (headers: Headers) => headers.get(peerHeader) ?? "unknown";

/**
 * Whom to count a request for: the address that the outermost of the `trusted` reverse proxies saw.
 * What a client itself writes into X-Forwarded-For stands further left and is not looked at. Of an
 * IPv6 address it is the /64, since one household has all of it.
 */
export function clientAddress(headers: Headers, trusted = env().trustProxy): string {
  const peer = peerOf(headers);
  const forwarded = headers.get("x-forwarded-for")?.split(",") ?? [];
  const hops = [...forwarded.map((hop) => hop.trim()), peer];
  return networkOf(hops.at(-1 - trusted) ?? hops[0] ?? peer);
}

function networkOf(address: string): string {
  const plain = withoutPort(address)
    .replace(/^::ffff:(?=\d+\.)/i, "")
    .toLowerCase();
  // All that is no address is counted as one, else each spelling of nothing would be a new client.
  if (!isIP(plain)) return "unknown";
  if (!isIPv6(plain)) return plain;
  const [head = "", tail] = plain.split("::").map((half) => half.split(":").filter(Boolean));
  const gap = tail ? Array(8 - head.length - tail.length).fill("0") : [];
  const groups = [...head, ...gap, ...(tail ?? [])].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(":")}::/64`;
}

/** Some proxies write the client's port as well, and that is a new one with each connection. */
const withoutPort = (address: string): string =>
  /^\[(.*)\](?::\d+)?$/.exec(address)?.[1] ?? /^([\d.]+):\d+$/.exec(address)?.[1] ?? address;
