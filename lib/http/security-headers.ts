import { randomBytes } from "node:crypto";

type Page = {
  pathname: string;
  /** The Host of the request, one that is known. */
  host: string;
  nonce: string;
  publicUrl: string;
  livekitPublicUrl: string | null;
  /** React's development build evaluates text. */
  dev: boolean;
};

export const newNonce = (): string => randomBytes(16).toString("base64");

/** The nonce of a policy that this server wrote. */
export const nonceOf = (policy: string | null | undefined): string | undefined =>
  /'nonce-([\w+/=]+)'/.exec(policy ?? "")?.[1];

const embedded = /^\/embed\/[^/]+\/?$/;
const joining = /^\/join\/?$/;

/** What an answer tells a browser that no page of ours is made of: a refusal, or one of LiveKit's. */
export const bareHeaders = (publicUrl: string): Record<string, string> => ({
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "permissions-policy": "camera=(), microphone=(), display-capture=()",
  ...(publicUrl.startsWith("https:") && { "strict-transport-security": "max-age=63072000" }),
});

/** What every other answer tells a browser about what its page may do. */
export function securityHeaders(page: Page): Record<string, string> {
  const isEmbed = embedded.test(page.pathname);
  return {
    ...bareHeaders(page.publicUrl),
    "content-security-policy": policy(page, isEmbed),
    // The invite is in the address of the join page until its script has taken it out.
    "referrer-policy": joining.test(page.pathname)
      ? "no-referrer"
      : "strict-origin-when-cross-origin",
    // The player alone may be in a page of any site: it rests on no session, and uses no camera.
    ...(!isEmbed && {
      "permissions-policy": "camera=(self), microphone=(self), display-capture=(self)",
    }),
  };
}

function policy({ nonce, dev, ...page }: Page, isEmbed: boolean): string {
  const scripts = [
    "'self'",
    `'nonce-${nonce}'`,
    // WebAssembly finds the person before a background that is blurred. A page's policy stays while
    // one walks on to the studio, so it cannot be the studio's alone.
    ...(isEmbed ? [] : ["'wasm-unsafe-eval'"]),
    ...(dev ? ["'unsafe-eval'"] : []),
  ];
  return [
    "default-src 'self'",
    `script-src ${scripts.join(" ")}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob: mediastream:",
    "worker-src 'self' blob:",
    `connect-src ${connections(page).join(" ")}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    `frame-ancestors ${isEmbed ? "*" : "'none'"}`,
  ].join("; ");
}

/** Media needs no rule: WebRTC is not fetched. */
function connections({
  host,
  publicUrl,
  livekitPublicUrl,
}: Pick<Page, "host" | "publicUrl" | "livekitPublicUrl">) {
  // For Safari before 15.4 'self' is no WebSocket.
  const own = ["'self'", `ws://${host}`, `wss://${host}`];
  // A page under another name of this server finds its signal where tokens say it is.
  const signal = [publicUrl, publicUrl.replace(/^http/, "ws")];
  if (!livekitPublicUrl) return [...new Set([...own, ...signal])];
  const { host: elsewhere, hostname, protocol } = new URL(livekitPublicUrl);
  const [socket, http] = protocol === "wss:" ? ["wss", "https"] : ["ws", "http"];
  // LiveKit Cloud names a region's own host to the client (livekit-client, RegionUrlProvider).
  const cloud = /\.livekit\.(?:cloud|run)$/.exec(hostname)?.[0];
  const names = [elsewhere, ...(cloud ? [`*${cloud}`] : [])];
  return [...own, ...names.flatMap((name) => [`${socket}://${name}`, `${http}://${name}`])];
}
