/** The server's own names, which a Host header is checked against. */
export type Hosts = {
  publicUrl: string;
  /** HOST: the name or address that the app listens on. */
  host: string;
  allowedHosts: readonly string[];
};

const written = /^(\[[\da-f:.]+\]|[a-z\d](?:[a-z\d._-]*[a-z\d])?)\.?(?::\d{1,5})?$/i;
const loopback = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/;

/**
 * LiveKit, load balancers and reverse proxies call these under any name. None of them reads a
 * cookie.
 */
const askedByAnyName = ["/healthz", "/readyz", "/livekit/authorize", "/livekit/webhook"];

/**
 * Whether the server answers under this host name. Unknown names are refused against DNS rebinding:
 * a site whose name resolves to this machine would share our origin. The port is ignored, since a
 * proxy or a container may use a different one.
 *
 * @param localAddress this machine's address that the connection was made to
 */
export function isKnownHost(
  host: string | undefined,
  localAddress: string | undefined,
  { publicUrl, host: listening, allowedHosts }: Hosts,
): boolean {
  const name = written.exec(host ?? "")?.[1]?.toLowerCase();
  // Port 99999 and address 127.999.0.1 match the pattern but are invalid, and building a URL from
  // them would throw.
  if (!name || !URL.canParse(`http://${host}`)) return false;
  if (loopback.test(name) || name === new URL(publicUrl).hostname) return true;
  return [listening, localAddress ?? "", ...allowedHosts].map(bare).includes(bare(name));
}

export const needsNoHost = (pathname: string): boolean => askedByAnyName.includes(pathname);

/** Normalizes an address for comparison: without brackets, mapped IPv4 as IPv4. */
const bare = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^\[|\]$/g, "")
    .replace(/^::ffff:(?=\d+\.)/, "");
