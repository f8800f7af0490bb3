import "server-only";
import type { Context } from "@/lib/context";
import { type Listed, listLivestreams } from "./list-livestreams";

type Discovered = Record<"live" | "scheduled" | "ended", Listed>;

/** Filters; without any, all public livestreams. */
type Wanted = { creator?: string; q?: string; tag?: string };

/** Live, upcoming and past shows: the first page of each. */
export async function discover(
  context: Pick<Context, "db" | "now">,
  wanted: Wanted,
): Promise<Discovered> {
  const [live, scheduled, ended] = await Promise.all([
    listLivestreams(context, { ...wanted, status: "live", order: "time", limit: 24 }),
    listLivestreams(context, { ...wanted, status: "scheduled", order: "time", limit: 12 }),
    listLivestreams(context, { ...wanted, status: "ended", order: "time", limit: 12 }),
  ]);
  return { live, scheduled, ended };
}
