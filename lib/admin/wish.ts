import type { z } from "zod";
import { searchMax } from "@/lib/contracts/common/limits";

type Search = Record<string, string | string[] | undefined>;

/** A search on an admin page: as in its URL, and as the list's use case takes it. */
type Wish<Query extends z.ZodType> = { given: Record<string, string>; wanted: z.output<Query> };

/**
 * The search words and the filter of a page's URL, validated by the list's contract. With invalid ones the page
 * lists everything.
 */
export function wishOf<Query extends z.ZodType>(
  query: Query,
  search: Search,
  filter: string,
): Wish<Query> {
  const given = Object.fromEntries(
    ["q", filter].flatMap((name) => {
      const value = search[name];
      const text = typeof value === "string" ? value.trim().slice(0, searchMax) : "";
      return text ? [[name, text]] : [];
    }),
  );
  const parsed = query.safeParse(given);
  return parsed.success ? { given, wanted: parsed.data } : { given: {}, wanted: query.parse({}) };
}
