import "server-only";

/** Where next-auth may send somebody: a path of this site, or an address; it reads no other relative one. */
export const isCallbackUrl = (url: unknown, baseUrl: string): url is string => {
  if (typeof url !== "string") return false;
  const base = url.startsWith("/") ? baseUrl : undefined;
  return URL.canParse(url, base) && /^https?:$/.test(new URL(url, base).protocol);
};

/** As next-auth does it, but for an address that cannot be read, of which it makes a 500. */
export function safeCallbackUrl(url: unknown, baseUrl: string): string {
  if (!isCallbackUrl(url, baseUrl)) return baseUrl;
  const { origin, pathname, search, hash } = new URL(url, baseUrl);
  return origin === new URL(baseUrl).origin ? `${baseUrl}${pathname}${search}${hash}` : baseUrl;
}
