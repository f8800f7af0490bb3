/** What a Host header is held against. */
export type Hosts = {
  publicUrl: string;
  /** HOST: the name or address that the app listens on. */
  host: string;
  allowedHosts: readonly string[];
};

const written = /^(\[[\da-f:.]+\]|[a-z\d](?:[a-z\d._-]*[a-z\d])?)\.?(?::\d{1,5})?$/i;
const loopback = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/;

/** LiveKit, a load balancer and a reverse proxy call these by whatever name they know; none reads a cookie. */
const askedByAnyName = ["/healthz", "/livekit/authorize", "/livekit/webhook"];

/**
 * Whether the server answers under this name. One that it does not know may lead here all the same:
 * a page of another site that has its own name resolve to this machine (DNS rebinding) would be of one
 * origin with us. The port says nothing, since a proxy or a container may have another one.
 *
 * @param localAddress the address of this machine that the connection came to
 */
export function isKnownHost(
  host: string | undefined,
  localAddress: string | undefined,
  { publicUrl, host: listening, allowedHosts }: Hosts,
): boolean {
  const name = written.exec(host ?? "")?.[1]?.toLowerCase();
  // The port 99999 and the address 127.999.0.1 are none, and whoever builds a URL of them fails.
  if (!name || !URL.canParse(`http://${host}`)) return false;
  if (loopback.test(name) || name === new URL(publicUrl).hostname) return true;
  return [listening, localAddress ?? "", ...allowedHosts].map(bare).includes(bare(name));
}

export const needsNoHost = (pathname: string): boolean => askedByAnyName.includes(pathname);

/** An address as it is compared: without brackets, and IPv4 as IPv4. */
const bare = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^\[|\]$/g, "")
    .replace(/^::ffff:(?=\d+\.)/, "");
