const here = "http://same.site";

/**
 * Where `?next=` may lead: a path on this site, otherwise `otherwise`. Anyone can write the URL, so
 * `//evil`, `/\evil` and absolute URLs are rejected.
 */
export function sameSitePath(next: string | null | undefined, otherwise = "/"): string {
  if (!next?.startsWith("/") || !URL.canParse(next, here)) return otherwise;
  const { origin, pathname, search, hash } = new URL(next, here);
  // `/.//evil` is a path on this site, but normalizes to another site's URL.
  return origin === here && !pathname.startsWith("//") ? pathname + search + hash : otherwise;
}
