import "server-only";
import { and, eq, isNotNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { Context } from "@/lib/context";
import type { Livestream, LivestreamStatus } from "@/lib/contracts/livestreams";
import { livestreamMembers, livestreams } from "@/lib/db/schema";
import { Problem } from "@/lib/problem";
import { presentLivestreams } from "./find-livestream";

type Wanted = {
  status?: LivestreamStatus;
  /** Only those that this account hosts, of any visibility. */
  hostedBy?: string;
  limit: number;
  cursor?: string;
};

type Page = { livestreams: Livestream[]; nextCursor: string | null };

export async function listLivestreams(
  { db }: Pick<Context, "db">,
  { status, hostedBy, limit, cursor }: Wanted,
): Promise<Page> {
  const scope = hostedBy
    ? or(eq(livestreams.creatorId, hostedBy), sql`exists (${cohosting(hostedBy)})`)
    : and(eq(livestreams.visibility, "public"), tookOrTakesPlace);
  const where = and(
    scope,
    status && eq(livestreams.status, status),
    cursor === undefined ? undefined : olderThan(cursor),
  );
  const found = await presentLivestreams(db, where, limit + 1);
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  return { livestreams: page, nextCursor: last ? cursorAt(last) : null };
}

// A show that was cancelled before it began is of interest to its hosts only.
const tookOrTakesPlace = or(ne(livestreams.status, "ended"), isNotNull(livestreams.startedAt));

const cohosting = (accountId: string): SQL => sql`
  select 1 from ${livestreamMembers} cohosts
  where cohosts.mint = ${livestreams.mint}
    and cohosts.account_id = ${accountId} and cohosts.role = 'host'
`;

const cursorAt = ({ createdAt, mint }: Livestream) =>
  Buffer.from(`${createdAt} ${mint}`).toString("base64url");

function olderThan(cursor: string): SQL {
  const text = Buffer.from(cursor, "base64url").toString();
  const [, createdAt = "", mint = ""] = /^(\d{4}-\S{19}) ([A-Za-z0-9]+)$/.exec(text) ?? [];
  if (Number.isNaN(Date.parse(createdAt))) {
    throw new Problem("invalid-request", "cursor: is not one of ours.", {
      errors: { cursor: ["is not one of ours"] },
    });
  }
  return sql`(${livestreams.createdAt}, ${livestreams.mint}) < (${new Date(createdAt)}, ${mint})`;
}
