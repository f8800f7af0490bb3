import "server-only";
import { env } from "@/lib/env";

/**
 * Whether next-auth may redirect here: a path on this site or an absolute URL, the only forms it
 * reads.
 */
export const isCallbackUrl = (url: unknown, baseUrl: string): url is string => {
  if (typeof url !== "string") return false;
  const base = url.startsWith("/") ? baseUrl : undefined;
  return URL.canParse(url, base) && /^https?:$/.test(new URL(url, base).protocol);
};

/** Like next-auth's own check, except for invalid URLs, which next-auth answers with a 500. */
export function safeCallbackUrl(url: unknown, baseUrl: string): string {
  if (!isCallbackUrl(url, baseUrl)) return baseUrl;
  const { origin, pathname, search, hash } = new URL(url, baseUrl);
  return origin === new URL(baseUrl).origin ? `${baseUrl}${pathname}${search}${hash}` : baseUrl;
}

/** The path that a callback URL leads to on this site. Check it like any other path in a URL. */
export const pathOfCallbackUrl = (url: unknown): string =>
  safeCallbackUrl(url, env().publicUrl).slice(env().publicUrl.length) || "/";
