import { randomBytes } from "node:crypto";

type Page = {
  pathname: string;
  /** The request's Host header, already checked. */
  host: string;
  nonce: string;
  publicUrl: string;
  livekitPublicUrl: string | null;
  /** React's development build uses eval. */
  dev: boolean;
};

export const newNonce = (): string => randomBytes(16).toString("base64");

/** Reads the nonce from a policy written by `securityHeaders`. */
export const nonceOf = (policy: string | null | undefined): string | undefined =>
  /'nonce-([\w+/=]+)'/.exec(policy ?? "")?.[1];

const embedded = /^\/embed\/[^/]+\/?$/;
/** Pages whose URL contains a secret. */
const secretive = /^\/(?:join|(?:j|programme)\/[^/]+)\/?$/;

/** Headers for responses that are not pages of ours: refusals, and LiveKit's responses. */
export const bareHeaders = (publicUrl: string): Record<string, string> => ({
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "permissions-policy": "camera=(), microphone=(), display-capture=()",
  ...(publicUrl.startsWith("https:") && { "strict-transport-security": "max-age=63072000" }),
});

/** Security headers for pages and all other responses. */
export function securityHeaders(page: Page): Record<string, string> {
  const isEmbed = embedded.test(page.pathname);
  return {
    ...bareHeaders(page.publicUrl),
    "content-security-policy": policy(page, isEmbed),
    "referrer-policy": secretive.test(page.pathname)
      ? "no-referrer"
      : "strict-origin-when-cross-origin",
    // Only the player may be embedded on any site: it uses no session and no camera.
    ...(!isEmbed && {
      "permissions-policy": "camera=(self), microphone=(self), display-capture=(self)",
    }),
  };
}

function policy({ nonce, dev, ...page }: Page, isEmbed: boolean): string {
  const scripts = [
    "'self'",
    `'nonce-${nonce}'`,
    // Background blur segments the person with WebAssembly. It cannot be allowed for the studio
    // alone, because a page's policy persists across client-side navigation.
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

/** Media needs no rule: WebRTC is not covered by connect-src. */
function connections({
  host,
  publicUrl,
  livekitPublicUrl,
}: Pick<Page, "host" | "publicUrl" | "livekitPublicUrl">) {
  // Safari before 15.4 does not match WebSockets with 'self'.
  const own = ["'self'", `ws://${host}`, `wss://${host}`];
  // Pages opened under another name of this server connect to the signal URL named in their tokens.
  const signal = [publicUrl, publicUrl.replace(/^http/, "ws")];
  if (!livekitPublicUrl) return [...new Set([...own, ...signal])];
  const { host: elsewhere, hostname, protocol } = new URL(livekitPublicUrl);
  const [socket, http] = protocol === "wss:" ? ["wss", "https"] : ["ws", "http"];
  // LiveKit Cloud redirects clients to regional hosts (livekit-client, RegionUrlProvider).
  const cloud = /\.livekit\.(?:cloud|run)$/.exec(hostname)?.[0];
  const names = [elsewhere, ...(cloud ? [`*${cloud}`] : [])];
  return [...own, ...names.flatMap((name) => [`${socket}://${name}`, `${http}://${name}`])];
}
