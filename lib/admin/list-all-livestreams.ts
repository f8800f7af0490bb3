import "server-only";
import { and, eq, or } from "drizzle-orm";
import type { z } from "zod";
import type { Context } from "@/lib/context";
import type { listAllLivestreams as contract, Phase } from "@/lib/contracts/admin/livestreams";
import type { LivestreamStatus } from "@/lib/contracts/common/livestream-status";
import { livestreams } from "@/lib/db/schema/livestreams";
import { presentLivestreams } from "@/lib/livestreams/find-livestream";
import { after, cursorAt, inStatus, orderOf, saying, sorted } from "@/lib/livestreams/listing";

type Wanted = z.output<(typeof contract)["query"]>;
type Answer = z.input<(typeof contract)["response"]>;

const statusesIn: Record<Phase, LivestreamStatus[]> = {
  live: ["live"],
  planned: ["scheduled", "draft"],
  over: ["ended", "cancelled"],
};

/** Every livestream, of any visibility. Callers are admins. */
export async function listAllLivestreams(
  { db }: Pick<Context, "db">,
  { q, phase, cursor, limit }: Wanted,
): Promise<Answer> {
  const order = orderOf("created", undefined);
  const where = and(
    q ? or(saying(q), eq(livestreams.mint, lastPartOf(q))) : undefined,
    phase && or(...statusesIn[phase].map(inStatus)),
    cursor === undefined ? undefined : after(order, cursor),
  );
  const found = await presentLivestreams(db, where, limit + 1, sorted(order));
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  return { livestreams: page, nextCursor: last ? cursorAt(order, last) : null };
}

/** The mint in a pasted URL, or the text itself. */
const lastPartOf = (text: string): string =>
  text
    .replace(/[?#].*$/, "")
    .split("/")
    .filter(Boolean)
    .at(-1) ?? "";
