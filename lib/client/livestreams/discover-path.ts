/** What somebody looks for on the start page; empty is everything. */
export type Wish = { q: string; tag: string };

/** The start page, showing that; the same address a form without a script would send. */
export function discoverPath({ q, tag }: Wish): string {
  const search = new URLSearchParams();
  if (q) search.set("q", q);
  if (tag) search.set("tag", tag);
  const text = search.toString();
  return text ? `/?${text}` : "/";
}
