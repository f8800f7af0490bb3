const here = "http://same.site";

/**
 * Where `?next=` may lead: a path of this site, else `otherwise`. It comes from the address, so
 * anybody may have written it: `//evil`, `/\evil` and absolute addresses lead elsewhere.
 */
export function sameSitePath(next: string | null | undefined, otherwise = "/"): string {
  if (!next?.startsWith("/") || !URL.canParse(next, here)) return otherwise;
  const { origin, pathname, search, hash } = new URL(next, here);
  // `/.//evil` is a path of ours that reads, once shortened, as another site's address.
  return origin === here && !pathname.startsWith("//") ? pathname + search + hash : otherwise;
}
