/** The filters of the home page; empty means everything. */
export type Wish = { q: string; tag: string };

/** The home page with these filters: the same URL a form submits without scripts. */
export function discoverPath({ q, tag }: Wish): string {
  const search = new URLSearchParams();
  if (q) search.set("q", q);
  if (tag) search.set("tag", tag);
  const text = search.toString();
  return text ? `/?${text}` : "/";
}
